import { formatLongDate, formatTime } from '../../src/dates/format.ts';
import { localTimeAt } from '../../src/dates/new-zealand.ts';
import type { FailedDelivery } from '../../src/delivery/dispatch/send-again.ts';

/** Whom an edition did not reach, for each audience, and what can be done. */
export function describeFailed(
  edition: string,
  found: readonly { audience: string; counted: boolean; failed: readonly FailedDelivery[] }[],
): string {
  const counted = found
    .filter((one) => one.counted)
    .map(
      ({ audience }) =>
        `${edition} for ${audience}: nobody knows any more whom it did not reach, because its people are counts now. See the figures with \`npm run -s panui -- status ${edition}\`.`,
    );
  const failures = found
    .filter(({ failed }) => failed.length > 0)
    .map(({ audience, failed }) => {
      const rows = failed.map(
        ({ address, state, at, onList, again }) =>
          `  ${address}: ${state} at ${when(at)}${again ? '; sent again before' : onList ? '' : '; not on the list any more'}`,
      );
      const open = failed.some(({ onList, again }) => onList && !again);
      const remedy = `To send to who is on the list once more, run \`npm run -s panui -- send-again ${edition} --audience ${audience} --by NAME --reason TEXT\`.`;
      return [`${edition} for ${audience}`, ...rows, ...(open ? [remedy] : [])].join('\n');
    });
  const parts = [...failures, ...counted];
  if (parts.length > 0) return `${parts.join('\n\n')}\n`;
  return `The provider has reported on no message of ${edition} that it failed.\n`;
}

function when(moment: string): string {
  const time = localTimeAt(new Date(moment));
  return `${formatTime(time)}, ${formatLongDate(time.slice(0, 10))}`;
}

import type { Refusals } from '../../src/delivery/events/channel-health.ts';
import type { WebhookVerifier } from '../../src/delivery/transports/transport.ts';

/** How often refused reports are handed on to be counted, in milliseconds. */
const every = 5000;

/** How often the log says the same of refused reports again, in milliseconds. */
const sayEvery = 10 * 60_000;

/**
 * Watches a verifier of reports: what it refuses is counted in memory, handed on now and then, and said in the
 * log, at once and then every ten minutes at most: whoever posts nonsense writes neither to the store nor
 * fills the log.
 * @param tell is given the counts since it was told last
 * @param say writes one line to the log
 */
export function watchReports(
  verify: WebhookVerifier,
  { tell, say }: { tell: (refusals: Refusals) => void; say: (line: string) => void },
): { verify: WebhookVerifier; stop: () => void } {
  let refusals: Refusals = { signature: 0, clock: 0, ahead: 0 };
  const said = { signature: Number.NEGATIVE_INFINITY, clock: Number.NEGATIVE_INFINITY };
  const flush = () => {
    if (refusals.signature + refusals.clock === 0) return;
    tell(refusals);
    refusals = { signature: 0, clock: 0, ahead: 0 };
  };
  const timer = setInterval(flush, every).unref();
  return {
    verify: (body, signature) => {
      const result = verify(body, signature);
      if (result.genuine) return result;
      refusals[result.why] += 1;
      if (result.why === 'clock') refusals.ahead = result.ahead;
      if (performance.now() - said[result.why] > sayEvery) {
        said[result.why] = performance.now();
        say(words[result.why]);
      }
      return result;
    },
    stop: () => {
      clearInterval(timer);
      flush();
    },
  };
}

const words = {
  signature:
    'A report was refused: it is not signed with RESEND_WEBHOOK_SECRET. `status` counts them and says what to do.',
  clock:
    'A report was refused: its time is more than five minutes from the clock of this machine. `status` counts them and says what to do.',
};

import { formatDate, formatTime } from '../../dates/format.ts';
import { localTimeAt } from '../../dates/new-zealand.ts';
import { closureOn } from '../../dates/working-days.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Bulletin } from '../../schemas/bulletin.ts';
import { approvalState } from '../approval/approval.ts';
import type { Dispatch } from '../ledger/dispatch.ts';
import type { Store } from '../store/store.ts';
import { describeSendingHours, withinSendingHours } from './sending-hours.ts';

const program = 'npm run -s panui --';

/** Why a bulletin is not approved, as far as it is not. */
export function approvalFaults(store: Store, bulletin: Bulletin): Problem[] {
  const { approved, needed, by, changed, cancelledAt } = approvalState(store, bulletin);
  if (approved) return [];
  const { edition, audience, legal, hash } = bulletin;
  const names = by.map(({ name }) => name).join(', ');
  const expected =
    needed > 1
      ? `the approval of two people, because ${legal.map((title) => `"${title}"`).join(', ')} is marked legal`
      : `an approval of exactly these bytes (hash ${hash.slice(0, 12)})`;
  const before =
    changed.length > 0
      ? `one from before it changed: ${changed.join(', ')}`
      : cancelledAt
        ? 'one from before it was cancelled'
        : 'none';
  return [
    {
      file: `bulletins/${edition}/${audience}.json`,
      expected,
      found: names === '' ? before : `only ${names}`,
      remedy: `Read it, then run \`${program} approve ${edition} --audience ${audience} --by "YOUR ROLE"\`.`,
    },
  ];
}

/** Why a dispatch must not begin at a moment: outside the sending hours. */
export function hoursFaults(moment: Date, hours: string): Problem[] {
  if (withinSendingHours(moment, hours)) return [];
  const closure = closureOn(localTimeAt(moment).slice(0, 10));
  const why = closure?.everywhere === true ? `, ${closure.why}` : '';
  return [
    {
      file: 'the time of sending',
      expected: `${describeSendingHours(hours)} (PANUI_SENDING_HOURS)`,
      found: `${describeMoment(moment)}${why}`,
      remedy: 'Send in those hours, or say --any-time if it has to be now.',
    },
  ];
}

/**
 * Why a bulletin does not go out on a day: the date that it bears is still to come.
 * @param day YYYY-MM-DD in New Zealand
 */
export function dateFaults({ edition, audience }: Bulletin, day: string): Problem[] {
  const date = edition.slice(0, 10);
  if (day >= date) return [];
  return [
    {
      file: `bulletins/${edition}/${audience}.json`,
      expected: `sending on or after its own date, ${formatDate(date)}`,
      found: formatDate(day),
      remedy: `Choose that day or a later one. To send it earlier, give it the earlier date, build and approve it.`,
    },
  ];
}

/** Why a dispatch cannot be scheduled for a moment; the same moment again is no fault. */
export function scheduleFaults(
  sendAt: Date | undefined,
  existing: Dispatch | undefined,
  now: Date,
): Problem[] {
  if (!sendAt || existing?.sendAt === sendAt.toISOString()) return [];
  const file = 'the time to begin';
  const found = describeMoment(sendAt);
  if (sendAt < now) {
    const remedy = 'Correct --at, or leave it out to begin at once.';
    return [{ file, expected: `a time after ${describeMoment(now)}`, found, remedy }];
  }
  if (existing?.status !== 'sending') return [];
  const remedy = `Pause it first: \`${program} pause ${existing.edition} --audience ${existing.audience} --by "YOUR ROLE"\`.`;
  return [{ file, expected: 'none, since this dispatch is being sent', found, remedy }];
}

const setAgain = 'Set it, build, approve, and send again with the same setting.';

/** Why nobody could leave with the link of a bulletin: it is no https address (RFC 8058). */
export const serviceFaults = (serviceUrl: string, file = 'PANUI_SERVICE_URL'): Problem[] =>
  new URL(serviceUrl).protocol === 'https:'
    ? []
    : [
        {
          file,
          expected: 'the public https address of the site, where people unsubscribe',
          found: serviceUrl,
          remedy: setAgain,
        },
      ];

/**
 * Why the addresses in a bulletin must not go to people: they lead to a machine nobody else can reach,
 * or to another site than the one that is set.
 */
export function siteFaults({ webUrl }: Bulletin, siteUrl: string): Problem[] {
  const { origin } = new URL(webUrl);
  const unreachable = serviceFaults(siteUrl, 'PANUI_SITE_URL');
  if (unreachable.length > 0 || origin === siteUrl) return unreachable;
  const expected = `${origin}, for which the bulletin was built`;
  return [{ file: 'PANUI_SITE_URL', expected, found: siteUrl, remedy: setAgain }];
}

function describeMoment(moment: Date): string {
  const local = localTimeAt(moment);
  return `${formatTime(local)}, ${formatDate(local.slice(0, 10))}`;
}

/** Why a dispatch that exists cannot be sent on, as far as it cannot. */
export function dispatchFaults(dispatch: Dispatch, expect: number): Problem[] {
  const { edition, audience, status, total, finishedAt } = dispatch;
  const file = `the dispatch of ${edition} for ${audience}`;
  if (status === 'done' || status === 'cancelled') {
    const when = describeMoment(new Date(finishedAt ?? dispatch.frozenAt));
    return [
      {
        file,
        expected: 'none yet: an edition goes to an audience once',
        found: `one to ${total} subscribers, ${status} at ${when}`,
        remedy: `Look at it with \`${program} status ${edition}\`.`,
      },
    ];
  }
  if (total === expect) return [];
  const remedy = `It was frozen with ${total}. To go on with it, say --expect ${total}.`;
  return [{ file, expected: `${expect} subscribers`, found: `${total}`, remedy }];
}

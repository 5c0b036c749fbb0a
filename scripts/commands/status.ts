import { formatLongDate, formatTime } from '../../src/dates/format.ts';
import { localTimeAt } from '../../src/dates/new-zealand.ts';
import { deliveryStatus, type BulletinStatus } from '../../src/delivery/delivery-status.ts';
import { unknownEvents } from '../../src/delivery/events/delivery-counts.ts';
import { channelFaults } from '../../src/delivery/events/channel-health.ts';
import { describeChannel } from '../reports/describe-channel.ts';
import { unappliedReports, type UnappliedReport } from '../../src/delivery/events/kept-reports.ts';
import { deliveryState } from '../../src/delivery/events/event.ts';
import { failedDeliveries } from '../../src/delivery/dispatch/send-again.ts';
import { findDispatch } from '../../src/delivery/ledger/dispatch.ts';
import { audienceIds } from '../../src/publication/site.ts';
import { describeFailed } from '../reports/describe-failed.ts';
import { UsageError } from '../command-line/usage-error.ts';
import { listBulletins, newestBuiltEdition } from '../../src/delivery/bulletins/list-bulletins.ts';
import { BadInput } from '../../src/problems/problem.ts';
import { areCounts } from '../../src/delivery/ledger/are-counts.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { editionWord, jsonFlag, parseEdition } from '../command-line/command-words.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { print, printJson } from '../command-line/print.ts';
import type { StorePlace } from '../../src/delivery/store/open-store.ts';
import { withStore } from '../sending/with-store.ts';

export const examples = [
  ['status', 'every edition and correction that is built'],
  ['status newest', 'the newest edition only'],
  ['status 2026-05-08 --failed', 'whom it did not reach though the provider had taken it'],
] as const;

export default defineCommand({
  args: {
    edition: { ...editionWord, required: false },
    failed: {
      type: 'boolean',
      description: 'name every delivery that failed after it was accepted',
    },
    json: jsonFlag,
  },
  async run({ args }) {
    const { out, data, databaseUrl, now } = readSettings();
    const edition = args.edition === undefined ? undefined : await findEdition(out, args.edition);
    if (args.failed) return printFailed({ data, databaseUrl }, edition, args.json);
    const { bulletins, unknownReports, unapplied, channel } = await withStore(
      { data, databaseUrl },
      async (store) => ({
        bulletins: await deliveryStatus(out, data, store, now, edition),
        unknownReports: unknownEvents(store),
        unapplied: unappliedReports(store, now),
        channel: channelFaults(store, now),
      }),
    );
    const halted = bulletins.some(({ dispatch }) => dispatch?.halted);
    const code = halted || channel.length > 0 ? 1 : 0;
    if (args.json) {
      printJson({ bulletins, unknownReports, unapplied, channel });
      return code;
    }
    if (bulletins.length === 0)
      print('No bulletin is built yet. Run `npm run -s panui -- build`.\n');
    print(bulletins.map(describe).join('\n'));
    if (unknownReports > 0) print(`\n${describeUnknown(unknownReports)}`);
    if (unapplied.length > 0) print(`\n${describeUnapplied(unapplied)}`);
    for (const fault of channel) print(`\n${describeChannel(fault)}\n`);
    return code;
  },
});

/** Names whom an edition did not reach; 1 where it is anybody who could get it again. */
async function printFailed(place: StorePlace, edition: string | undefined, json: boolean) {
  if (edition === undefined) {
    throw new UsageError(['Expected EDITION with --failed: a date, a name or "newest".']);
  }
  const found = await withStore(place, (store) =>
    audienceIds().flatMap((audience) => {
      const dispatch = findDispatch(store, edition, audience);
      if (!dispatch) return [];
      const counted = areCounts(store, dispatch);
      return [{ audience, counted, failed: failedDeliveries(store, dispatch) }];
    }),
  );
  if (json) printJson(found);
  else print(describeFailed(edition, found));
  return found.some(({ failed }) => failed.some(({ onList, again }) => onList && !again)) ? 1 : 0;
}

async function findEdition(out: string, word: string): Promise<string> {
  const wanted = parseEdition(word);
  const built = await listBulletins(out);
  const editions = [...new Set(built.map(({ edition }) => edition))];
  const edition =
    wanted === 'newest' ? newestBuiltEdition(built) : editions.find((one) => one === wanted);
  if (edition !== undefined) return edition;
  const found = editions.length === 0 ? 'no bulletins at all' : `only ${editions.join(', ')}`;
  const remedy = 'Run `npm run -s panui -- build`, then try again.';
  throw new BadInput([
    { file: `${out}/bulletins`, expected: `bulletins of ${wanted}`, found, remedy },
  ]);
}

function describe(status: BulletinStatus): string {
  const { edition, title, audience, subject, hash, htmlBytes, subscribers, rehearsal } = status;
  const { approval, dispatch, record } = status;
  const people = subscribers === 1 ? '1 subscriber' : `${subscribers} subscribers`;
  return [
    `${title}, ${formatLongDate(edition.slice(0, 10))}, ${audience}`,
    `  Subject    ${subject}`,
    `  Bulletin   ${hash.slice(0, 12)}, ${htmlBytes} bytes of HTML`,
    `  List       ${people}`,
    `  Rehearsal  ${rehearsal ? describeRehearsal(rehearsal) : 'none yet'}`,
    `  Approval   ${describeApproval(approval)}`,
    ...(dispatch ? describeDispatch(dispatch) : []),
    ...(record ? [`  Record     ${describeRecord(record)}`] : []),
    '',
  ].join('\n');
}

function describeRecord({ missing, faults }: NonNullable<BulletinStatus['record']>): string {
  if (faults.length > 0) return faults.join(' ');
  return missing.length > 0 ? `kept, still without ${missing.join(', ')}` : 'kept, complete';
}

function describeRehearsal({
  count,
  writtenAt,
  changed,
}: NonNullable<BulletinStatus['rehearsal']>) {
  const messages = count === 1 ? '1 message' : `${count} messages`;
  const state =
    changed.length === 0 ? 'current' : `out of date: ${changed.join(' and ')} changed since`;
  return `${messages}, written ${when(writtenAt)}; ${state}`;
}

/** "9:05am, Friday 8 May 2026" */
function when(moment: string): string {
  const time = localTimeAt(new Date(moment));
  return `${formatTime(time)}, ${formatLongDate(time.slice(0, 10))}`;
}

function describeApproval({
  approved,
  needed,
  by,
  changed,
  cancelledAt,
}: BulletinStatus['approval']): string {
  const names = by.map(({ name, approvedAt }) => `${name} at ${when(approvedAt)}`).join(' and ');
  if (approved) return names;
  if (names !== '') return `${names}; ${needed} people have to`;
  if (changed.length > 0) return `void: ${changed.join(', ')} changed since`;
  return cancelledAt === null ? 'none yet' : `void: cancelled since, at ${when(cancelledAt)}`;
}

type DispatchStatus = NonNullable<BulletinStatus['dispatch']>;

function describeDispatch(dispatch: DispatchStatus): string[] {
  const { status, reason, attempted, total, counts, reasons, delivery, bulletinChanged } = dispatch;
  const { pending, accepted, takenAsSent, excluded, needsPerson } = counts;
  const part = (count: number, words: string) => (count > 0 ? [`${count} ${words}`] : []);
  const because = (each: Record<string, number>) =>
    Object.entries(each).map(([name, count]) => `             ${count} ${name}`);
  const numbers = [
    `${accepted} accepted`,
    ...part(takenAsSent, 'taken as sent'),
    ...part(excluded, 'excluded'),
    ...part(needsPerson, 'waiting for a person'),
    ...part(pending, 'to be sent'),
  ];
  return [
    `  Dispatch   ${status}: of ${total}, ${numbers.join(', ')}`,
    ...because(reasons.excluded),
    ...because(reasons.needsPerson),
    ...(reason === '' ? [] : [`             ${reason}`]),
    ...describeWaiting(dispatch).map((line) => `             ${line}`),
    ...(bulletinChanged ? describeRebuilt(dispatch) : []),
    ...(status === 'cancelled' && !attempted
      ? ['             Nothing had left: approved again, it can still be sent.']
      : []),
    ...describeDelivery(delivery),
  ];
}

/** What goes out, or has, was frozen before the bulletin that is shown above was built. */
function describeRebuilt({ status }: DispatchStatus): string[] {
  if (status === 'cancelled') return [];
  return status === 'done'
    ? ['             The bulletin was built anew since; the new one goes to nobody.']
    : ['             The bulletin was built anew since; what was frozen before goes out.'];
}

/** When it begins or, where nothing will happen by itself, why not and what to do. */
function describeWaiting({ status, sendAt, halted, command }: DispatchStatus): string[] {
  const time = sendAt === null ? '' : when(sendAt);
  if (halted === null) return sendAt !== null && status === 'frozen' ? [`begins ${time}`] : [];
  const why =
    halted === 'missed'
      ? `The time to begin, ${time}, has passed, and nothing was sent.`
      : sendAt !== null && status === 'frozen'
        ? `It is to begin at ${time}, and the command that waited for that has ended.`
        : 'No command is sending it: the one that did has ended.';
  return [why, `To go on, run \`${command}\`.`];
}

/** What became of the messages, as far as the provider has said; accepted is never delivered. */
function describeDelivery(delivery: DispatchStatus['delivery']): string[] {
  const { awaited } = delivery;
  const reported = deliveryState.options.filter((state) => delivery[state] > 0);
  if (reported.length === 0 && awaited === 0) return [];
  const numbers = [
    ...reported.map((state) => `${delivery[state]} ${state}`),
    ...(awaited > 0 ? [`${awaited} not reported yet`] : []),
  ];
  return [`  Delivery   ${numbers.join(', ')}`];
}

const describeUnknown = (count: number) =>
  `The provider also reported ${count === 1 ? 'once' : `${count} times`} on messages that no dispatch here knows: tests, or another program that uses the same account.\n`;

/** Who complained or does not exist, and is written to all the same. */
const describeUnapplied = (reports: readonly UnappliedReport[]) =>
  [
    'Nobody could be taken off a list for this, a complaint or a bounce for good:',
    ...reports
      .slice(0, 10)
      .map(({ state, emailId, at }) => `  ${state}, message ${emailId}, ${when(at)}`),
    ...(reports.length > 10 ? [`  and ${reports.length - 10} more, with --json`] : []),
    'Look for the message in the dashboard of the provider. If it is one of this newsletter, run',
    '`npm run -s panui -- lists suppress ADDRESS --reason bounced`, or complained. A report is applied by itself as soon as its message is known.',
    '',
  ].join('\n');

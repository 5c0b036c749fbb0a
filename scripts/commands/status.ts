import { defineCommand } from 'citty';
import { formatLongDate, formatTime } from '../../src/dates/format.ts';
import { localTimeAt } from '../../src/dates/new-zealand.ts';
import { deliveryStatus, type BulletinStatus } from '../../src/delivery/delivery-status.ts';
import { listBulletins } from '../../src/delivery/list-bulletins.ts';
import { BadInput } from '../../src/problem.ts';
import { readSettings } from '../../src/settings.ts';
import { editionWord, jsonFlag, parseEdition } from '../command-words.ts';
import { print, printJson } from '../print.ts';
import { withStore } from '../with-store.ts';

export const examples = [
  ['status', 'every edition that is built'],
  ['status newest', 'the newest edition only'],
] as const;

export default defineCommand({
  args: { edition: { ...editionWord, required: false }, json: jsonFlag },
  async run({ args }) {
    const { out, data } = readSettings();
    const edition = args.edition === undefined ? undefined : await findEdition(out, args.edition);
    const statuses = await withStore(data, (store) => deliveryStatus(out, data, store, edition));
    if (args.json) return printJson(statuses);
    if (statuses.length === 0)
      return print('No bulletin is built yet. Run `npm run -s panui -- build`.\n');
    print(statuses.map(describe).join('\n'));
  },
});

async function findEdition(out: string, word: string): Promise<string> {
  const wanted = parseEdition(word);
  const editions = [...new Set((await listBulletins(out)).map(({ edition }) => edition))];
  const edition = wanted === 'newest' ? editions.at(-1) : editions.find((one) => one === wanted);
  if (edition !== undefined) return edition;
  const found = editions.length === 0 ? 'no bulletins at all' : `only ${editions.join(', ')}`;
  const remedy = 'Run `npm run -s panui -- build`, then try again.';
  throw new BadInput([
    { file: `${out}/bulletins`, expected: `bulletins of ${wanted}`, found, remedy },
  ]);
}

function describe(status: BulletinStatus): string {
  const { edition, audience, subject, hash, htmlBytes, subscribers, rehearsal } = status;
  const people = subscribers === 1 ? '1 subscriber' : `${subscribers} subscribers`;
  return [
    `${formatLongDate(edition)}, ${audience}`,
    `  Subject    ${subject}`,
    `  Bulletin   ${hash.slice(0, 12)}, ${htmlBytes} bytes of HTML`,
    `  List       ${people}`,
    `  Rehearsal  ${rehearsal ? describeRehearsal(rehearsal) : 'none yet'}`,
    '',
  ].join('\n');
}

function describeRehearsal({
  count,
  writtenAt,
  changed,
}: NonNullable<BulletinStatus['rehearsal']>) {
  const time = localTimeAt(new Date(writtenAt));
  const when = `${formatTime(time)}, ${formatLongDate(time.slice(0, 10))}`;
  const messages = count === 1 ? '1 message' : `${count} messages`;
  const state =
    changed.length === 0 ? 'current' : `out of date: ${changed.join(' and ')} changed since`;
  return `${messages}, written ${when}; ${state}`;
}

import { formatDate, formatTime } from '../../src/dates/format.ts';
import { localTimeAt } from '../../src/dates/new-zealand.ts';
import {
  decisions,
  openCases,
  resolveCase,
  type OpenCase,
} from '../../src/delivery/ledger/resolve.ts';
import { keepRecord } from '../../src/delivery/record/record-keep.ts';
import { readSettings } from '../../src/settings/settings.ts';
import {
  audienceFlag,
  editionWord,
  jsonFlag,
  parseEdition,
  parseList,
  parseName,
} from '../command-line/command-words.ts';
import { requireDispatch } from '../../src/delivery/orders/find-dispatch.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { print, printJson } from '../command-line/print.ts';
import { UsageError } from '../command-line/usage-error.ts';
import { withStore } from '../sending/with-store.ts';

export const examples = [
  ['resolve 2026-05-08 --audience providers', 'see what waits for a person, and what is known'],
  [
    'resolve 2026-05-08 --audience providers --chunk 7 --as send-again --by "Comms Lead"',
    'decide about one chunk',
  ],
] as const;

export default defineCommand({
  args: {
    edition: editionWord,
    audience: audienceFlag,
    chunk: { type: 'string', valueHint: 'NUMBER', description: 'which chunk, as listed' },
    as: {
      type: 'enum',
      options: [...decisions],
      description: 'they have it; send it to them again; or leave them out',
    },
    by: { type: 'string', valueHint: 'NAME', description: 'who decides' },
    json: jsonFlag,
  },
  async run({ args }) {
    const { out, data, databaseUrl, now } = readSettings();
    const audience = parseList(args.audience);
    const order = parseOrder(args);
    await withStore({ data, databaseUrl }, async (store) => {
      const dispatch = await requireDispatch(store, out, parseEdition(args.edition), audience);
      if (order) {
        const { seq, decision, by } = order;
        const { people, found } = resolveCase(store, dispatch, seq, decision, by, now);
        const next = decision === 'send-again' && people > found ? ' Run the same send again.' : '';
        const proved =
          found > 0 ? ` The provider has reported on ${found} of them; they are accepted.` : '';
        await keepRecord(store, data, dispatch.edition, audience);
        return print(
          `Chunk ${seq}, ${count(people)}: ${decision}, decided by ${by}.${proved}${next}\n`,
        );
      }
      const cases = openCases(store, dispatch);
      if (args.json) return printJson(cases);
      print(cases.length === 0 ? 'Nothing waits for a person.\n' : cases.map(describe).join('\n'));
    });
  },
});

/** A decision needs all three of --chunk, --as and --by. */
function parseOrder({
  chunk,
  as,
  by,
}: {
  chunk?: string | undefined;
  as?: string | undefined;
  by?: string | undefined;
}) {
  if (chunk === undefined && as === undefined && by === undefined) return undefined;
  const decision = decisions.find((one) => one === as);
  const seq = Number(chunk);
  const faults = [
    ...(Number.isInteger(seq) && seq > 0 ? [] : ['Expected --chunk NUMBER with a decision.']),
    ...(decision ? [] : [`Expected --as ${decisions.join(' or ')} with a decision.`]),
    ...(by?.trim() ? [] : ['Expected --by NAME with a decision.']),
  ];
  if (faults.length > 0 || !decision || !by) throw new UsageError(faults);
  return { seq, decision, by: parseName(by) };
}

const count = (people: number) => (people === 1 ? '1 person' : `${people} people`);

function describe(open: OpenCase): string {
  const { seq, people, status, reason, reported, attempts, mayHaveLeftAt, lastOutcome } = open;
  const local = mayHaveLeftAt === null ? undefined : localTimeAt(new Date(mayHaveLeftAt));
  const since = local
    ? `, the first that may have left at ${formatTime(local)}, ${formatDate(local.slice(0, 10))}`
    : '; nothing has left';
  const states = Object.entries(reported).map(([state, number]) => `${number} ${state}`);
  const sum = Object.values(reported).reduce((all, number) => all + number, 0);
  return [
    `Chunk ${seq}: ${count(people)}, ${status}`,
    `  Why            ${reason}`,
    `  Attempts       ${attempts}${since}`,
    `  Last outcome   ${lastOutcome ?? 'none was written down'}`,
    `  Reported since ${sum} of ${people}${sum > 0 ? `: ${states.join(', ')}` : ''}`,
    '',
  ].join('\n');
}

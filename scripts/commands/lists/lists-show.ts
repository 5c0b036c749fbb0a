import { z } from 'zod';
import { formatDate, formatTime } from '../../../src/dates/format.ts';
import { localTimeAt } from '../../../src/dates/new-zealand.ts';
import { showPerson, type Person } from '../../../src/delivery/people/show-person.ts';
import { day } from '../../../src/schemas/fields.ts';
import { readSettings } from '../../../src/settings/settings.ts';
import { jsonFlag } from '../../command-line/command-words.ts';
import { defineCommand } from '../../command-line/define-command.ts';
import { readAddress } from '../../command-line/read-address.ts';
import { print, printJson } from '../../command-line/print.ts';
import { withStore } from '../../sending/with-store.ts';

export const examples = [
  ['lists show office@kura.example', 'everything that is held about one person'],
] as const;

export default defineCommand({
  args: {
    address: {
      type: 'positional',
      required: true,
      description: 'whose; - reads it from standard input',
    },
    json: jsonFlag,
  },
  async run({ args }) {
    const address = await readAddress(args.address);
    const held = await withStore(readSettings(), (store) => showPerson(store, address));
    if (args.json) return printJson(held);
    print(describe(held));
  },
});

/** What the fields are called to whoever asks what is held about them. */
const labels: Readonly<Record<string, string>> = {
  createdAt: 'known since',
  changedAt: 'since',
  consentBasis: 'consent',
  consentSource: 'given by way of',
  consentDate: 'given on',
  emailId: 'message',
  delivery: 'reported',
  deliveryAt: 'reported at',
  lasting: 'for good',
  detail: 'kind',
  saidOn: 'said on',
  keptAt: 'kept since',
  liftedAt: 'lifted',
  liftedBy: 'lifted by',
};

function describe(held: Person): string {
  const { person, lists, history, deliveries, reports, suppressions, forgottenAt } = held;
  const fields = (value: object) =>
    Object.entries(value)
      .filter(([, held]) => held !== null && held !== '' && held !== false)
      .map(([key, held]) => `${labels[key] ?? key}: ${inWords(held)}`);
  const section = (title: string, rows: readonly object[]) =>
    rows.length === 0 ? [] : [title, ...rows.map((row) => `  ${fields(row).join('; ')}`)];
  const lines = [
    ...(person ? fields(person) : []),
    ...section('Lists', lists),
    ...section('Before that', history),
    ...section('Bulletins', deliveries),
    ...section('Reports by the provider', reports),
    ...section('Suppressions', suppressions.map(withWords)),
    ...(forgottenAt === null ? [] : [`Forgotten ${inWords(forgottenAt)}; stays off every list.`]),
  ];
  return lines.length === 0 ? 'Nothing is held about this person.\n' : `${lines.join('\n')}\n`;
}

const withWords = ({ list, ...no }: Person['suppressions'][number]) => ({
  list: list === '*' ? 'every list' : list,
  ...no,
});

/** Days and moments as people write them, in New Zealand's time. */
function inWords(held: unknown): string {
  if (held === true) return 'yes';
  const text = String(held);
  if (day.safeParse(text).success) return formatDate(text);
  if (!z.iso.datetime().safeParse(text).success) return text;
  const time = localTimeAt(new Date(text));
  return `${formatTime(time)}, ${formatDate(time.slice(0, 10))}`;
}

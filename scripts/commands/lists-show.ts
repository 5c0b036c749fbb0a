import { defineCommand } from 'citty';
import { showPerson, type Person } from '../../src/delivery/show-person.ts';
import { readSettings } from '../../src/settings.ts';
import { jsonFlag, parseAddress } from '../command-words.ts';
import { print, printJson } from '../print.ts';
import { withStore } from '../with-store.ts';

export const examples = [
  ['lists show office@kura.example', 'everything that is held about one person'],
] as const;

export default defineCommand({
  args: {
    address: { type: 'positional', required: true, description: 'whose' },
    json: jsonFlag,
  },
  async run({ args }) {
    const address = parseAddress(args.address);
    const held = await withStore(readSettings().data, (store) => showPerson(store, address));
    if (args.json) return printJson(held);
    print(describe(held));
  },
});

function describe({ person, lists, history, deliveries, reports, forgottenAt }: Person): string {
  const fields = (value: object) =>
    Object.entries(value)
      .filter(([, text]) => text !== null && text !== '')
      .map(([key, text]) => `${key}: ${String(text)}`);
  const section = (title: string, rows: readonly object[]) =>
    rows.length === 0 ? [] : [title, ...rows.map((row) => `  ${fields(row).join('; ')}`)];
  const lines = [
    ...(person ? fields(person) : []),
    ...section('Lists', lists),
    ...section('Before', history),
    ...section('Bulletins', deliveries),
    ...section('Reports by the provider', reports),
    ...(forgottenAt === null ? [] : [`Forgotten at ${forgottenAt}; stays off every list.`]),
  ];
  return lines.length === 0 ? 'Nothing is held about this person.\n' : `${lines.join('\n')}\n`;
}

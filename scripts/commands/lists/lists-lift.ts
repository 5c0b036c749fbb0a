import { maskAddress } from '../../../src/delivery/list-files/address.ts';
import { liftPerson, liftSource } from '../../../src/delivery/suppressions/lift-kept.ts';
import { readSettings } from '../../../src/settings/settings.ts';
import { parseName, parseReason } from '../../command-line/command-words.ts';
import { defineCommand } from '../../command-line/define-command.ts';
import { readAddress } from '../../command-line/read-address.ts';
import { print } from '../../command-line/print.ts';
import { UsageError } from '../../command-line/usage-error.ts';
import { withStore } from '../../sending/with-store.ts';

export const examples = [
  [
    'lists lift office@kura.example --by "Service Desk" --reason "wrote that they want it again"',
    'lift the no that was kept of one person; a complaint holds for good',
  ],
  [
    'lists lift --source staff.csv --expect 120 --by "Comms Lead" --reason "the wrong file"',
    'undo a file that should not have been taken for nos',
  ],
] as const;

export default defineCommand({
  args: {
    address: {
      type: 'positional',
      required: false,
      description: 'whose no; - reads it from standard input',
    },
    source: { type: 'string', valueHint: 'TEXT', description: 'or all from this source, a file' },
    expect: { type: 'string', valueHint: 'N', description: 'with --source: how many you expect' },
    by: { type: 'string', required: true, valueHint: 'NAME', description: 'who decides it' },
    reason: {
      type: 'string',
      required: true,
      valueHint: 'TEXT',
      description: 'why it does not hold, in a line; it is kept',
    },
  },
  async run({ args }) {
    const { data, databaseUrl, now } = readSettings();
    const lifting = { by: parseName(args.by), reason: parseReason(args.reason) };
    const { address, source } = args;
    if ((address === undefined) === (source === undefined)) {
      throw new UsageError(['Expected either ADDRESS or --source TEXT.']);
    }
    const whose = address === undefined ? undefined : await readAddress(address);
    const expect = source === undefined ? 0 : parseExpect(args.expect);
    const { lifted, putBack } = await withStore({ data, databaseUrl }, (store) =>
      whose === undefined
        ? liftSource(store, source ?? '', expect, lifting, now)
        : liftPerson(store, whose, lifting, now),
    );
    const what = whose === undefined ? `nos from ${source}` : maskAddress(whose);
    print(
      `${what}: ${lifted} lifted. Put back on lists as before: ${putBack}. Whoever is on none can be imported again.\n`,
    );
  },
});

function parseExpect(word: string | undefined): number {
  if (word !== undefined && /^[1-9]\d{0,8}$/.test(word)) return Number(word);
  const found = word === undefined ? 'nothing' : `"${word}"`;
  throw new UsageError([`Expected --expect N with --source, how many you expect; found ${found}.`]);
}

import { maskAddress } from '../../../src/delivery/list-files/address.ts';
import { restorePerson, type RestoredPlace } from '../../../src/delivery/people/restore-person.ts';
import { readSettings } from '../../../src/settings/settings.ts';
import { parseName, parseReason } from '../../command-line/command-words.ts';
import { defineCommand } from '../../command-line/define-command.ts';
import { readAddress } from '../../command-line/read-address.ts';
import { print } from '../../command-line/print.ts';
import { withStore } from '../../sending/with-store.ts';

export const examples = [
  [
    'lists restore office@kura.example --by "Service Desk" --reason "their mail server was mended"',
    'write to somebody again whose bulletins came back for good; who complained or left stays off',
  ],
] as const;

export default defineCommand({
  args: {
    address: {
      type: 'positional',
      required: true,
      description: 'whom, one address at a time; - reads it from standard input',
    },
    by: { type: 'string', required: true, valueHint: 'NAME', description: 'who decides it' },
    reason: {
      type: 'string',
      required: true,
      valueHint: 'TEXT',
      description: 'how you know that the mailbox works, in a line; it is kept',
    },
  },
  async run({ args }) {
    const { data, databaseUrl, now } = readSettings();
    const address = await readAddress(args.address);
    const [by, reason] = [parseName(args.by), parseReason(args.reason)];
    const places = await withStore({ data, databaseUrl }, (store) =>
      restorePerson(store, { address, by, reason }, now),
    );
    print(describe(maskAddress(address), places));
  },
});

function describe(who: string, places: readonly RestoredPlace[]): string {
  const lines =
    places.length === 0
      ? '  on no list; an import may take them in, unless they said no as well.\n'
      : places.map(({ list, status }) => `  ${list}: ${words[status]}\n`).join('');
  return `${who}: the bounce is taken back.
${lines}Resend keeps a list of its own, for every bounce: take the address off under Suppressions in its
dashboard too, or it goes on stopping every message. If a bulletin bounces again, they are off again.
`;
}

/** A place on a list, as it was before the bounce and is again. */
const words: Record<RestoredPlace['status'], string> = {
  subscribed: 'on the list again.',
  unsubscribed:
    'they unsubscribed, apart from the bounce, and stay off; only they can change that.',
  removed: 'not on the list, as before; an import may take them in again.',
};

import { maskAddress } from '../../../src/delivery/list-files/address.ts';
import { tokenSchema } from '../../../src/delivery/lists/subscription.ts';
import { unsubscribeByHand } from '../../../src/delivery/people/unsubscribe-by-hand.ts';
import { BadInput } from '../../../src/problems/problem.ts';
import { readSettings } from '../../../src/settings/settings.ts';
import {
  onlyListFlag,
  parseAddress,
  parseList,
  parseName,
} from '../../command-line/command-words.ts';
import { defineCommand } from '../../command-line/define-command.ts';
import { wordOrInput } from '../../command-line/read-address.ts';
import { print } from '../../command-line/print.ts';
import { withStore } from '../../sending/with-store.ts';

export const examples = [
  [
    'lists unsubscribe office@kura.example --by "Service Desk"',
    'off every list, because they rang or wrote',
  ],
  [
    'lists unsubscribe Zk3vQ0mXx5p1aYt7eWc9Rg --by "Service Desk"',
    'off the list that the subject of their message names',
  ],
] as const;

export default defineCommand({
  args: {
    who: {
      type: 'positional',
      required: true,
      description:
        'an address, or the subject of a message to the unsubscribe address; - reads it from standard input',
    },
    list: onlyListFlag,
    by: { type: 'string', required: true, valueHint: 'NAME', description: 'who does it' },
  },
  async run({ args }) {
    const { data, databaseUrl, now } = readSettings();
    const word = await wordOrInput(args.who);
    const token = tokenSchema.safeParse(word).data;
    const asker = token === undefined ? { address: parseAddress(word) } : { token };
    const list = args.list === undefined ? undefined : parseList(args.list);
    const by = parseName(args.by);
    const left = await withStore({ data, databaseUrl }, (store) =>
      unsubscribeByHand(store, asker, list, by, now),
    );
    const who = 'token' in asker ? 'This subject' : maskAddress(asker.address);
    if (left.length === 0) {
      const expected = list === undefined ? 'somebody who is on a list' : `somebody on ${list}`;
      const remedy =
        'Look with `npm run -s panui -- lists show ADDRESS`; keep the no of somebody on no list with `npm run -s panui -- lists suppress ADDRESS`.';
      throw new BadInput([{ file: who, expected, found: 'nobody who is', remedy }]);
    }
    const where = 'address' in asker && list === undefined ? 'on any list' : 'back there';
    print(`${who}: off ${left.join(' and ')}, at once. No import brings them ${where}.\n`);
  },
});

import { defineCommand } from 'citty';
import { maskAddress } from '../../src/delivery/address.ts';
import { forgetPerson } from '../../src/delivery/forget-person.ts';
import { readSettings } from '../../src/settings.ts';
import { parseAddress } from '../command-words.ts';
import { print } from '../print.ts';
import { withStore } from '../with-store.ts';

export const examples = [
  [
    'lists forget office@kura.example',
    'delete everything about one person, who then stays off every list',
  ],
] as const;

export default defineCommand({
  args: { address: { type: 'positional', required: true, description: 'whom' } },
  async run({ args }) {
    const { data, now } = readSettings();
    const address = parseAddress(args.address);
    const held = await withStore(data, (store) => forgetPerson(store, data, address, now));
    const was = held ? 'deleted' : 'nothing was held';
    print(`${maskAddress(address)}: ${was}; stays off every list. Rehearsals were deleted too.\n`);
  },
});

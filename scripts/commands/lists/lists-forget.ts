import { maskAddress } from '../../../src/delivery/list-files/address.ts';
import { forgetPerson } from '../../../src/delivery/people/forget-person.ts';
import { readSettings } from '../../../src/settings/settings.ts';
import { defineCommand } from '../../command-line/define-command.ts';
import { readAddress } from '../../command-line/read-address.ts';
import { print } from '../../command-line/print.ts';
import { withStore } from '../../sending/with-store.ts';

export const examples = [
  [
    'lists forget office@kura.example',
    'delete everything about one person, who then stays off every list',
  ],
] as const;

export default defineCommand({
  args: {
    address: {
      type: 'positional',
      required: true,
      description: 'whom; - reads it from standard input',
    },
  },
  async run({ args }) {
    const { data, databaseUrl, now } = readSettings();
    const address = await readAddress(args.address);
    const held = await withStore({ data, databaseUrl }, (store) =>
      forgetPerson(store, data, address, now),
    );
    const was = held ? 'deleted' : 'nothing was held';
    print(`${maskAddress(address)}: ${was}; stays off every list. Rehearsals were deleted too.\n`);
  },
});

import { resolve } from 'node:path';
import { exportList } from '../../../src/delivery/lists/export-list.ts';
import { readSettings } from '../../../src/settings/settings.ts';
import { listWord, parseList } from '../../command-line/command-words.ts';
import { defineCommand } from '../../command-line/define-command.ts';
import { print } from '../../command-line/print.ts';
import { withStore } from '../../sending/with-store.ts';

export const examples = [
  ['lists export providers providers.csv', 'write everybody who gets the bulletin to a new file'],
  [
    'lists export providers all.csv --all',
    'everything to move the list by: `lists import providers all.csv` keeps every no as well',
  ],
] as const;

export default defineCommand({
  args: {
    list: listWord,
    file: { type: 'positional', required: true, description: 'the CSV file to make' },
    all: {
      type: 'boolean',
      description: 'also who is not on the list any more, and every no that is kept',
    },
  },
  async run({ args }) {
    const list = parseList(args.list);
    const count = await withStore(readSettings(), (store) =>
      exportList(store, list, resolve(args.file), args.all),
    );
    print(`${list}: ${count === 1 ? '1 person' : `${count} people`} written to ${args.file}.\n`);
  },
});

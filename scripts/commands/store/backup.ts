import { resolve } from 'node:path';
import { backupStore } from '../../../src/delivery/moving/backup-store.ts';
import { readSettings } from '../../../src/settings/settings.ts';
import { defineCommand } from '../../command-line/define-command.ts';
import { print } from '../../command-line/print.ts';
import { withStore } from '../../sending/with-store.ts';

export const examples = [
  ['store backup backups/panui-2026-05-08.db', 'keep a copy of lists and ledger in a file'],
] as const;

export default defineCommand({
  args: {
    file: {
      type: 'positional',
      required: true,
      description: 'the file to make; it holds addresses',
    },
  },
  async run({ args }) {
    const rows = await withStore(readSettings(), (store) => backupStore(store, resolve(args.file)));
    print(
      `${rows} rows kept in ${args.file}, which holds addresses: keep it where only you read it.\n`,
    );
  },
});

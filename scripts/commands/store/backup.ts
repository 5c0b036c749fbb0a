import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { copyStore } from '../../../src/delivery/moving/copy-store.ts';
import { openEmbedded } from '../../../src/delivery/store/open-embedded.ts';
import { BadInput } from '../../../src/problems/problem.ts';
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
    const file = resolve(args.file);
    if (existsSync(file)) throw alreadyThere(file);
    // Beside the file, so that it gets its name only once it is whole.
    const folder = await mkdtemp(join(dirname(file), '.panui-backup-'));
    try {
      const rows = await withStore(readSettings(), (store) => {
        const copy = openEmbedded(folder);
        try {
          const sums = copyStore(store, copy);
          // Everything stands in the one file, and none of it in a log beside it.
          copy.script('PRAGMA journal_mode = DELETE');
          return sums.reduce((sum, table) => sum + table.rows, 0);
        } finally {
          copy.close();
        }
      });
      await rename(join(folder, 'panui.db'), file);
      print(
        `${rows} rows kept in ${args.file}, which holds addresses: keep it where only you read it.\n`,
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
});

const alreadyThere = (file: string) =>
  new BadInput([
    {
      file,
      expected: 'a file that is not there yet',
      found: 'one that is',
      remedy: 'Give the backup another name, such as one with the date.',
    },
  ]);

import { resolve } from 'node:path';
import { defineCommand } from 'citty';
import { importList } from '../../src/delivery/import-list.ts';
import { readSettings } from '../../src/settings.ts';
import { jsonFlag, parseList } from '../command-words.ts';
import { print, printJson } from '../print.ts';
import { withStore } from '../with-store.ts';

export const examples = [
  [
    'lists import providers providers.csv',
    'take in everybody in the file, or nobody if a row is wrong',
  ],
] as const;

export default defineCommand({
  args: {
    list: { type: 'positional', required: true, description: 'providers or schools' },
    file: {
      type: 'positional',
      required: true,
      description:
        'a CSV file with a column "email"; also name, organisation, region, consent, source, date',
    },
    json: jsonFlag,
  },
  async run({ args }) {
    const { data, now } = readSettings();
    const list = parseList(args.list);
    const report = await withStore(data, (store) =>
      importList(store, list, resolve(args.file), now),
    );
    if (args.json) return printJson({ list, ...report });
    const { added, updated, unchanged, leftAlone, ignoredColumns } = report;
    print(
      `${list}: ${added} added, ${updated} updated, ${unchanged} unchanged, ${leftAlone} left alone.\n`,
    );
    if (leftAlone > 0) print('Left alone: people who unsubscribed from this list.\n');
    if (ignoredColumns.length > 0) print(`Columns not taken in: ${ignoredColumns.join(', ')}.\n`);
  },
});

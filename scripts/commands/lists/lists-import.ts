import { resolve } from 'node:path';
import { importList, type ImportReport } from '../../../src/delivery/lists/import-list.ts';
import { readSettings } from '../../../src/settings/settings.ts';
import { boundMemory } from '../../command-line/bound-memory.ts';
import { jsonFlag, listWord, parseList } from '../../command-line/command-words.ts';
import { defineCommand } from '../../command-line/define-command.ts';
import { print, printJson } from '../../command-line/print.ts';
import { UsageError } from '../../command-line/usage-error.ts';
import { withStore } from '../../sending/with-store.ts';

export const examples = [
  [
    'lists import providers providers.csv',
    'take in everybody in the file, or nobody if a row is wrong',
  ],
  [
    'lists import schools schools.csv --replace --expect 12',
    'make the list what the file says; 12 people leave',
  ],
] as const;

export default defineCommand({
  args: {
    list: listWord,
    file: {
      type: 'positional',
      required: true,
      description:
        'a CSV file with a column "email"; also name, organisation, region, consent, source, date, and what other systems call consent',
    },
    'skip-invalid': {
      type: 'boolean',
      description: 'take the rest in where rows are wrong, or say no, which is kept',
    },
    replace: { type: 'boolean', description: 'take everybody off the list who is not in the file' },
    expect: {
      type: 'string',
      valueHint: 'N',
      description: 'with --replace: how many people leave',
    },
    json: jsonFlag,
  },
  async run({ args }) {
    boundMemory();
    const { data, databaseUrl, now } = readSettings();
    const list = parseList(args.list);
    const skipInvalid = args['skip-invalid'];
    if (args.replace && skipInvalid) {
      // A row that is wrong would take its person off the list.
      throw new UsageError(['Expected --replace or --skip-invalid; found both.']);
    }
    const replace = args.replace ? { expect: parseExpect(args.expect) } : undefined;
    if (!replace && args.expect !== undefined) {
      throw new UsageError(['Expected --expect only with --replace.']);
    }
    const report = await withStore({ data, databaseUrl }, (store) =>
      importList(store, list, resolve(args.file), now, {
        skipInvalid,
        ...(replace && { replace }),
      }),
    );
    if (args.json) printJson({ list, ...report });
    else print(describe(list, report));
    return report.refused.length > 0 ? 1 : 0;
  },
});

function parseExpect(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError([`Expected --expect N, how many people leave; found "${text}".`]);
}

function describe(list: string, report: ImportReport): string {
  const { added, updated, unchanged, leftAlone, leftAloneBecause, removed } = report;
  const { keptOff, refused, encoding, ignoredColumns } = report;
  const gone = removed > 0 ? `, ${removed} removed` : '';
  const lines = [
    `${list}: ${added} added, ${updated} updated, ${unchanged} unchanged, ${leftAlone} left alone${gone}.`,
  ];
  const because = Object.entries(leftAloneBecause).filter(([, count]) => count > 0);
  if (leftAlone > 0) {
    const reasons = because.map(([why, count]) => `${count} ${why}`).join(', ');
    lines.push(`Left alone, because an import brings nobody back: ${reasons}.`);
  }
  const off = Object.entries(keptOff).filter(([, count]) => count > 0);
  if (off.length > 0) {
    const standings = off.map(([how, count]) => `${count} ${how}`).join(', ');
    lines.push(`Not taken in, as the file says: ${standings}. Every no is kept.`);
  }
  if (ignoredColumns.length > 0) lines.push(`Columns not taken in: ${ignoredColumns.join(', ')}.`);
  if (encoding !== 'utf-8') {
    lines.push('The file was not in UTF-8 and was read as Windows-1252, which has no macrons.');
  }
  for (const { line, expected, found } of refused) {
    lines.push(`Refused line ${line}: expected ${expected}, found ${found}.`);
  }
  return `${lines.join('\n')}\n`;
}

import { stat } from 'node:fs/promises';
import { importDocument, importKinds } from '../../../src/importing/import-document.ts';
import { importFolder } from '../../../src/importing/import-folder.ts';
import { lostIn } from '../../../src/importing/loss/compare-facts.ts';
import { day } from '../../../src/schemas/fields.ts';
import { readSettings } from '../../../src/settings/settings.ts';
import { jsonFlag } from '../../command-line/command-words.ts';
import { defineCommand } from '../../command-line/define-command.ts';
import { print, printJson } from '../../command-line/print.ts';
import { UsageError } from '../../command-line/usage-error.ts';
import { describeImported, reportImported } from '../../reports/describe-imported.ts';
import { describeOutcomes, reportOutcome } from '../../reports/describe-outcomes.ts';

export const examples = [
  ['import newsletter.docx', 'make a draft edition of a file, and say what is not as it was'],
  ['import message.eml --on 2026-06-12', 'an edition of another day than the file says'],
  [
    'import families.html --as guidance --dry-run',
    'show the draft and the report, and write nothing',
  ],
] as const;

export default defineCommand({
  args: {
    file: {
      type: 'positional',
      required: true,
      description:
        'the file to import: a Word document, a mail message, a web page, Markdown or plain text; of a folder, every one in it',
    },
    as: {
      type: 'enum',
      options: importKinds,
      default: 'newsletter',
      description: 'what to make of it',
    },
    on: {
      type: 'string',
      valueHint: 'DAY',
      description: 'the day it is dated, such as 2026-06-12; left out, the one in the file',
    },
    'dry-run': {
      type: 'boolean',
      description: 'print the draft before the report, and write nothing',
    },
    json: jsonFlag,
  },
  async run({ args }) {
    const { content: folder, now } = readSettings();
    if (args.on !== undefined && !day.safeParse(args.on).success) {
      throw new UsageError([
        `Expected --on to be a day that exists, written 2026-06-12; found "${args.on}".`,
      ]);
    }
    if (args._.length > 1) {
      throw new UsageError([
        `Expected one FILE; found ${args._.map((one) => `"${one}"`).join(' and ')}.`,
      ]);
    }
    const isDry = args['dry-run'];
    const wish = { as: args.as, on: args.on };
    const options = { folder, now, write: !isDry };
    if (await isFolder(args.file)) {
      if (args.on !== undefined) {
        throw new UsageError([
          'Expected --on with one file, since each of a folder has a day of its own.',
        ]);
      }
      const outcomes = await importFolder(args.file, wish, options);
      if (args.json) printJson(outcomes.map(reportOutcome));
      else print(describeOutcomes(outcomes, isDry));
      return outcomes.every((one) => 'imported' in one && lostIn(one.imported.loss).length === 0)
        ? 0
        : 1;
    }
    const imported = await importDocument(args.file, wish, options);
    if (args.json) printJson(reportImported(imported));
    else print(`${isDry ? `${imported.mdx}\n` : ''}${describeImported(imported, isDry)}`);
    return lostIn(imported.loss).length > 0 ? 1 : 0;
  },
});

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

import { renameGuidance } from '../../../src/retiring/rename-guidance.ts';
import { line } from '../../../src/schemas/fields.ts';
import { readSettings } from '../../../src/settings/settings.ts';
import { jsonFlag } from '../../command-line/command-words.ts';
import { defineCommand } from '../../command-line/define-command.ts';
import { print, printJson } from '../../command-line/print.ts';
import { UsageError } from '../../command-line/usage-error.ts';
import { describeRenamed } from '../../reports/describe-retired.ts';

export const examples = [
  [
    'rename home-education "Learning at home"',
    'another title and address; the old address leads on, and links and quotations follow',
  ],
  ['rename home-education "Learning at home" --dry-run', 'say what would change'],
] as const;

export default defineCommand({
  args: {
    guidance: {
      type: 'positional',
      required: true,
      description: 'the guidance, by its name: what stands in its address',
    },
    title: {
      type: 'positional',
      required: true,
      valueHint: 'TITLE…',
      description: 'its new title, of which its address is made',
    },
    'dry-run': { type: 'boolean', description: 'say what would change, and write nothing' },
    json: jsonFlag,
  },
  async run({ args }) {
    const { content: folder } = readSettings();
    const title = line.safeParse(args._.slice(1).join(' '));
    if (!title.success) {
      throw new UsageError([
        'Expected the new TITLE, such as "Learning at home"; found none, or line breaks in it.',
      ]);
    }
    const isDry = args['dry-run'];
    const wish = { id: args.guidance, title: title.data };
    const renamed = await renameGuidance(wish, { folder, write: !isDry });
    if (args.json) printJson(renamed);
    else print(describeRenamed(renamed, isDry));
  },
});

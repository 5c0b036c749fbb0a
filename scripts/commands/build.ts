import { buildSite } from '../../src/building/build-site.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { jsonFlag } from '../command-line/command-words.ts';
import { describeBulletins, describeSite } from '../reports/describe-build.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { print, printJson } from '../command-line/print.ts';

export const examples = [
  ['build', 'make the pages, the search and the bulletins in the folder dist, ready to be sent'],
  ['build --for draft', 'the same with the drafts and while errors still stand, only to look at'],
] as const;

export default defineCommand({
  args: {
    for: {
      type: 'enum',
      options: ['draft', 'send'],
      default: 'send',
      description:
        'what for: draft is to look at, and shows documents with "state: draft"; send leaves them out, and is refused while the checks find an error in any other',
    },
    json: jsonFlag,
  },
  async run({ args }) {
    const settings = readSettings();
    const report = await buildSite(settings, args.for === 'draft' ? 'draft' : 'send');
    if (args.json) return printJson({ ...report, out: settings.out });
    print(`${describeSite(report)}\n${await describeBulletins(settings.out)}\n`);
  },
});

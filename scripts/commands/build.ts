import { defineCommand } from 'citty';
import { buildSite } from '../../src/building/build-site.ts';
import { readSettings } from '../../src/settings.ts';
import { jsonFlag } from '../command-words.ts';
import { describeBulletins, describeSite } from '../describe-build.ts';
import { print, printJson } from '../print.ts';

export const examples = [
  ['build', 'make the pages, the search and the bulletins in the folder dist'],
] as const;

export default defineCommand({
  args: { json: jsonFlag },
  async run({ args }) {
    const settings = readSettings();
    const report = await buildSite(settings);
    if (args.json) return printJson({ ...report, out: settings.out });
    print(`${describeSite(report)}\n${await describeBulletins(settings.out)}\n`);
  },
});

import '../../src/content/reading/settings-site.ts';
import { readBuiltNote } from '../../src/building/built-note.ts';
import { buildSite } from '../../src/building/build-site.ts';
import { withoutDrafts } from '../../src/content/drafts.ts';
import { readContent } from '../../src/content/reading/read-content.ts';
import { unlikeBuild } from '../../src/content/reading/sources.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { print } from '../command-line/print.ts';
import { describeSite } from '../reports/describe-build.ts';

/*
 * Builds the site anew from what it was built from, so that its pages know what day it is. It is a process of
 * its own, so that nothing a visitor asks for waits for it, and publishes nothing that somebody has changed
 * since and not built: that is for a person to do.
 */
const settings = readSettings();
const { content: folder, out } = settings;

try {
  const note = await readBuiltNote(out);
  if (!note) throw new Error('the site has no note of how it was built.');
  const read = await readContent(folder);
  const published = note.for === 'draft' ? read : withoutDrafts(read);
  const changed = await unlikeBuild(out, published.read, folder);
  if (changed.length > 0) throw new Error(describeChanged(changed));
  print(`${describeSite(await buildSite(settings, note.for))}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function describeChanged(files: readonly string[]): string {
  const [first = '', ...more] = files;
  const others = more.length === 0 ? '' : ` and ${more.length} more`;
  return `the content is not what the site was built from: ${first}${others}. Nothing is published unasked, so run \`npm run -s panui -- build\`, or keep what is not ready back with "state: draft".`;
}

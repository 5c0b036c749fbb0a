import { replaceFolder } from '../disk/replace-folder.ts';
import type { Settings } from '../settings/settings.ts';
import { runAstro } from './astro-process.ts';
import type { BuildPurpose, BuildReport } from './build-report.ts';
import { expectOwnFolder } from './own-folder.ts';

/**
 * Builds pages, bulletins and the search index into the folder of the settings. The last good build
 * stays until the new one is complete and its bulletins say what its pages say.
 * @param purpose a build for sending is refused while an error of the checks stands in any document
 * @throws {BadInput} with every problem or error in the content; with every session that was moved
 *   and does not say so; with every bulletin that is too long; or with every fact in which one differs
 *   from its page
 */
export async function buildSite(
  settings: Settings,
  purpose: BuildPurpose = 'draft',
): Promise<BuildReport> {
  await expectOwnFolder(settings.out);
  let report: BuildReport = { pages: 0, words: 0, entries: 0 };
  await replaceFolder(settings.out, 0o755, async (fresh) => {
    report = await runAstro(settings, purpose, fresh);
  });
  return report;
}

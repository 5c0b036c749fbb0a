import type { Content } from '../content/content.ts';
import { expectUnchanged, writeSources } from '../content/reading/sources.ts';
import { publishRecords } from '../delivery/record/record-archive.ts';
import { writeHostingFiles } from '../hosting/write-hosting-files.ts';
import { BadInput } from '../problems/problem.ts';
import type { Settings } from '../settings/settings.ts';
import { startIndexAndPictures } from './index-and-pictures.ts';
import type { BuildPurpose, BuildReport } from './build-report.ts';
import { writeBuilt } from './built-note.ts';
import { expectParity } from './expect-parity.ts';
import { expectSizes } from './expect-sizes.ts';
import { emptyOwnFolder } from './own-folder.ts';
import { problemsBeforeBuild } from './problems-before-build.ts';
import { startSendChecks } from './send-checks.ts';

/** Everything of a site that is no page, begun. */
export interface SiteFiles {
  /**
   * Call it once all pages are written.
   * @throws {BadInput} with every bulletin that is too long, with every fact in which one differs from
   *   its page, or, of a build for sending, with every error of the checks
   */
  finish: () => Promise<BuildReport>;
}

/**
 * Begins to write everything that stands beside the pages: the search index, pictures for sharing, what
 * hosts read, and the list of what was read.
 * @param out the folder into which the pages come
 * @param purpose a build for sending is refused while an error of the checks stands
 * @throws {BadInput} where the content lacks what every page leads to, or with every session that was
 *   moved and does not say so
 */
export async function beginSiteFiles(
  settings: Settings,
  content: Content,
  out: string,
  purpose: BuildPurpose | undefined,
): Promise<SiteFiles> {
  const problems = await problemsBeforeBuild(settings, content);
  if (problems.length > 0) throw new BadInput(problems);
  // A command fills a fresh folder, which takes the place of the other when it is complete.
  if (out === settings.out) await emptyOwnFolder(out);
  const beside = startIndexAndPictures(content, out);
  const forSending = purpose === 'send' ? startSendChecks(settings.content, out) : undefined;
  const check = async () => {
    await expectSizes(out, content);
    await expectParity(out, content, settings.now);
  };
  return {
    finish: async () => {
      const [{ pages, words, entries }] = await Promise.all([
        beside.finish(),
        check(),
        forSending?.finish(),
      ]);
      await publishRecords(settings.data, out);
      await writeHostingFiles(pages, content, settings.siteUrl, out);
      await writeSources(content, settings.content, out);
      await writeBuilt(settings, purpose, out);
      await expectUnchanged(content.read);
      return { pages: pages.length, words, entries };
    },
  };
}

import { readdir } from 'node:fs/promises';
import { errorCode } from '../disk/error-code.ts';
import { refuseAllErrors, refuseBulletinErrors } from '../checks/running/refuse-errors.ts';
import { readContent } from '../content/reading/read-content.ts';
import { writeSources } from '../content/reading/sources.ts';
import { publishRecords } from '../delivery/record/record-archive.ts';
import { type BuiltPage, builtPages } from '../hosting/built-pages.ts';
import { writeHostingFiles } from '../hosting/write-hosting-files.ts';
import { makeRoomFor } from '../disk/make-folder.ts';
import { BadInput } from '../problems/problem.ts';
import { replaceFolder } from '../disk/replace-folder.ts';
import { besideIndex } from '../search/index/beside-index.ts';
import { searchRecords } from '../search/index/records.ts';
import { countEntries, countWords, indexFolder, writeIndex } from '../search/index/write-index.ts';
import type { Settings } from '../settings/settings.ts';
import {
  drawAhead,
  drawOnce,
  type PictureOf,
  writeShareImages,
} from '../share-images/write-share-images.ts';
import { expectContact } from './expect-contact.ts';
import { expectAnnouncedMoves } from './expect-announced-moves.ts';
import { expectParity } from './expect-parity.ts';
import { expectSizes } from './expect-sizes.ts';
import { type Rendering, startAstro } from './start-astro.ts';

export interface BuildReport {
  pages: number;
  /** Words that a search looks through. */
  words: number;
  /** Things that a search can find. */
  entries: number;
}

/** What a build is for: to look at, or to send what it leaves. */
export type BuildPurpose = 'draft' | 'send';

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
  if (purpose === 'send') await refuseAllErrors(settings.content);
  await expectOwnFolder(settings.out);
  let report: BuildReport = { pages: 0, words: 0, entries: 0 };
  await replaceFolder(settings.out, 0o755, async (fresh) => {
    // Astro has much to load before it asks for the content, so it starts at once.
    const rendering = startAstro(settings, fresh);
    try {
      report = await writeSite(settings, rendering, fresh);
    } finally {
      await rendering.stop();
    }
    if (purpose === 'send') await refuseBulletinErrors(settings.content, fresh);
  });
  return report;
}

async function writeSite(
  settings: Settings,
  rendering: Rendering,
  fresh: string,
): Promise<BuildReport> {
  const content = await readContent(settings.content);
  expectContact(content, settings.content);
  await expectAnnouncedMoves(settings, content);
  rendering.give(content);
  const records = searchRecords(content);
  // The index and most pictures are made from the content, not from pages: they take the time that
  // Astro takes anyway, and the pictures that in which Pagefind needs nothing more from here.
  const pictureOf = drawOnce();
  const beside = () => {
    // Where one cannot be drawn, the page that wants it says so.
    drawAhead(
      records.map(({ title }) => title),
      pictureOf,
    ).catch(() => undefined);
    return besideIndex(records, content);
  };
  const index = writeIndex(records, beside, fresh);
  const [pages] = await bothDone(writePages(rendering, pictureOf, fresh), index);
  await writeHostingFiles(pages, content, settings.siteUrl, fresh);
  await publishRecords(settings.data, fresh);
  await expectSizes(fresh, content);
  await expectParity(fresh, content);
  await writeSources(settings.content, fresh);
  return { pages: pages.length, words: countWords(records), entries: countEntries(records) };
}

/** Everything that Astro renders, with a picture of each page for where it is shared. */
async function writePages(
  { done }: Rendering,
  pictureOf: PictureOf,
  fresh: string,
): Promise<BuiltPage[]> {
  await done;
  const pages = await builtPages(fresh);
  await writeShareImages(pages, pictureOf, fresh);
  return pages;
}

/** Both at once; a failure of one waits for the end of the other, which is at work in the same folder. */
async function bothDone<One, Other>(
  ...works: readonly [Promise<One>, Promise<Other>]
): Promise<[One, Other]> {
  await Promise.allSettled(works);
  return Promise.all(works);
}

/** A build replaces the folder whole, so it must not be somebody's other work. */
async function expectOwnFolder(out: string): Promise<void> {
  const names = await readdir(out).catch((error: unknown): string[] => {
    const code = errorCode(error);
    if (code === 'ENOENT') return [];
    throw new BadInput([
      {
        file: out,
        expected: 'a folder for the built site',
        found: code === 'ENOTDIR' ? 'a file' : 'something that cannot be read',
        remedy: 'Set PANUI_OUT to a folder of its own.',
      },
    ]);
  });
  if (names.length > 0 && !names.includes(indexFolder)) throw otherFiles(out, names[0]);
  makeRoomFor(out, { expected: 'a folder for the built site', setting: 'PANUI_OUT' });
}

const otherFiles = (out: string, name = '') =>
  new BadInput([
    {
      file: out,
      expected: 'an empty folder, or one that an earlier build filled',
      found: `other files, such as ${name}`,
      remedy: 'Set PANUI_OUT to a folder of its own: a build replaces everything in it.',
    },
  ]);

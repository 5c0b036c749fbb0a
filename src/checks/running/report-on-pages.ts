import type { Library } from '../reading/page.ts';
import { type PageReport, reportOnPage } from './report-on-page.ts';
import { pageOf, sourceOf } from '../reading/read-library.ts';

/** The number of the next page that nobody has taken. Threads share it, so that each page is read once. */
export type NextPage = Int32Array<SharedArrayBuffer>;

/** Before anybody has taken a page. */
export const firstPage = (): NextPage => new Int32Array(new SharedArrayBuffer(4));

/** Takes every page that is left, so that whoever reports ends after the one that it has. */
export const takeNoMore = (library: Library, nextPage: NextPage): void =>
  void Atomics.store(nextPage, 0, library.files.length);

/**
 * Takes page after page of a library and reports on it, as long as there are any that nobody has taken.
 * @param chosen the files to be reported on
 * @param say takes the number of a page and its report; none where the file is no text
 */
export async function reportOnPages(
  library: Library,
  chosen: ReadonlySet<string>,
  nextPage: NextPage,
  say: (page: number, report: PageReport | undefined) => void,
): Promise<void> {
  const take = () => {
    const number = Atomics.add(nextPage, 0, 1);
    const file = library.files[number];
    return file && { number, file, source: sourceOf(file) };
  };
  for (let taken = take(); taken;) {
    const { number, file, source } = taken;
    const text = await source;
    // While one page is checked, the disk gives the next.
    taken = take();
    const page = await pageOf(library, file, text);
    say(number, page && reportOnPage(page, library, chosen.has(file.file)));
  }
}

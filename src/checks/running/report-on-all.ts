import type { Library } from '../reading/page.ts';
import type { PageReport } from './report-on-page.ts';
import { firstPage, reportOnPages, takeNoMore } from './report-on-pages.ts';
import { startThreads } from './report-threads.ts';

/**
 * Reports on every page of a library.
 * @param chosen the files to be reported on; of the others it is only noted what they are compared with
 * @param say takes the number of each page and its report, in any order; none where the file is no text
 * @param threads how many take part beside this one
 */
export async function reportOnAll(
  library: Library,
  chosen: ReadonlySet<string>,
  say: (page: number, report: PageReport | undefined) => void,
  threads: number,
): Promise<void> {
  const next = firstPage();
  let pages = 0;
  const count: typeof say = (page, report) => {
    pages += 1;
    say(page, report);
  };
  const others = startThreads(threads, library, chosen, next, count);
  try {
    await Promise.all([
      reportOnPages(library, chosen, next, count),
      ...others.map(({ done }) => done),
    ]);
    // A page that was lost on its way would pass for one without faults.
    if (pages !== library.files.length)
      throw new Error(`Of ${library.files.length} pages ${pages} were checked.`);
  } finally {
    takeNoMore(library, next);
    await Promise.all(others.map(({ ended }) => ended));
  }
}

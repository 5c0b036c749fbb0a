import type { PageReport } from './report-on-page.ts';
import type { NextPage } from './report-on-pages.ts';
import type { TransferredLibrary } from './transfer-library.ts';

/** What a thread is given. */
export interface ThreadTask {
  library: TransferredLibrary;
  chosen: ReadonlySet<string>;
  nextPage: NextPage;
}

/** What a thread says: the number of a page and its report, or what it failed of. */
export type ThreadAnswer = readonly [page: number, report?: PageReport] | { failed: unknown };

import type { NextPage } from './report-on-pages.ts';
import type { TransferredLibrary } from './transfer-library.ts';

/** What a thread is given. */
export interface ThreadTask {
  library: TransferredLibrary;
  chosen: ReadonlySet<string>;
  nextPage: NextPage;
}

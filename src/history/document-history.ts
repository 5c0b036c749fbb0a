import { commitChange, gitHistory, isInGit } from './git-history.ts';
import { keepChange, keptHistory } from './kept-history.ts';
import type { Change, History } from './version.ts';

/** The texts that a document had: from Git where its folder is in a repository, else kept by the desk. */
export const historyOf = async (
  data: string,
  { file, path }: Pick<Change, 'file' | 'path'>,
): Promise<History> => ((await isInGit(file)) ? gitHistory(file) : keptHistory(data, path));

/**
 * Keeps in the history that a document was saved. Where Git does not take it, the desk keeps it, and what was saved stays
 * saved.
 */
export async function noteChange(data: string, change: Change): Promise<void> {
  if (await isInGit(change.file)) {
    try {
      return await commitChange(change);
    } catch {
      // In the middle of a merge, or while another program has the index: whoever looks after it commits it then.
    }
  }
  await keepChange(data, change);
}

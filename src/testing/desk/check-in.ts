import { join } from 'node:path';
import { checkContent } from '../../checks/running/check-content.ts';
import { withUnsaved } from '../../content/reading/unsaved.ts';
import type { CheckText } from '../../desk/editing/check-edited.ts';

/** Checks texts of documents in a content folder as drafts, without what a build would add. */
export const checkIn =
  (folder: string): CheckText =>
  (path, text) => {
    const file = join(folder, path);
    const check = () => checkContent({ folder, for: 'draft', files: [file] });
    return withUnsaved(new Map([[file, text]]), check);
  };

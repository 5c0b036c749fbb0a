import { join } from 'node:path';
import { entriesOf } from './entries.ts';
import type { Shelf } from './look-at-content.ts';
import { listTitles } from './list-titles.ts';

/** What a document is called; one that cannot be read by its path. */
export function titleOf({ folder, content }: Shelf, path: string): string {
  const file = join(folder, path);
  const entry = entriesOf(content).find(({ document }) => document.file === file);
  return entry?.title ?? listTitles[path] ?? path;
}

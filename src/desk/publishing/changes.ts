import { join } from 'node:path';
import { builtSources } from '../../content/reading/sources.ts';
import type { DeskDocument } from '../documents/desk-document.ts';
import type { Shelf } from '../documents/look-at-content.ts';
import { titleOf } from '../documents/title-of.ts';

/** What the next build does to a document on the site. */
export interface SiteChange {
  path: string;
  title: string;
  change: 'new' | 'changed' | 'gone';
}

/**
 * What will be other on the site once it is published: of documents that are no drafts, those that are new, those whose
 * text is another, and those that go, since they are gone or drafts again.
 */
export async function siteChanges(
  shelf: Shelf,
  documents: readonly DeskDocument[],
  out: string,
): Promise<SiteChange[]> {
  const built = (await builtSources(out)) ?? {};
  const { folder, content } = shelf;
  const published = documents.filter(({ state }) => state !== 'draft');
  const coming = published.flatMap(({ path, title }): SiteChange[] => {
    const sum = content.read.get(join(folder, path))?.sum;
    if (sum === undefined || built[path] === sum) return [];
    return [{ path, title, change: built[path] === undefined ? 'new' : 'changed' }];
  });
  const stays = new Set(published.map(({ path }) => path));
  const going = Object.keys(built).filter((path) => !stays.has(path));
  return [
    ...coming,
    ...going.map((path) => ({ path, title: titleOf(shelf, path), change: 'gone' as const })),
  ];
}

import { collections } from '../../content/collections.ts';
import { paths } from '../../content/paths.ts';
import type { Page } from './page.ts';

/** The address of the page that a document becomes, from the root of the site. */
export function addressOf({ kind, id }: Pick<Page, 'kind' | 'id'>): string | undefined {
  if (kind === 'pages') return paths.ownPage(id);
  const own = Object.entries(collections).find(([name]) => name === kind)?.[1];
  return own && `/${own.folder}/${id}/`;
}

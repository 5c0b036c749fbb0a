import type { Content, Document } from '../content.ts';
import { paths } from '../paths.ts';

/**
 * Whether a page is that of a draft, also where it is for one audience.
 * @param path its address, from the root of the site
 */
export function isDraftAt(content: Content, path: string): boolean {
  const { drafts } = content;
  if (drafts.size === 0) return false;
  const some = (documents: readonly Document<unknown>[], pageOf: (id: string) => string) =>
    documents.some(({ id, file }) => drafts.has(file) && path.startsWith(pageOf(id)));
  return (
    some(content.newsletters, paths.newsletter) ||
    some(content.corrections, paths.correction) ||
    content.guidance.some(({ id, file }) => drafts.has(file) && path === paths.guidance(id)) ||
    some(content.earlierGuidance, (id) => `${paths.guidanceList}${id}/`) ||
    some(content.knownIssues, paths.knownIssue) ||
    some(content.releases, paths.release) ||
    some(content.help, paths.helpPage) ||
    some(content.pages, paths.ownPage)
  );
}

import { audienceIds } from '../site.ts';
import { anchorsOf } from './anchors.ts';
import type { Content, Document } from './content.ts';
import { paths } from './paths.ts';

/** Every page of the site and the anchors on it. */
export function siteMap(content: Content): Map<string, Set<string>> {
  const map = new Map<string, Set<string>>();
  const add = (path: string, anchors: readonly string[] = []) => map.set(path, new Set(anchors));
  for (const path of Object.values(paths)) if (typeof path === 'string') add(path);
  add(paths.contacts, [...content.contacts.keys()]);
  add(paths.glossary, [...content.glossary.keys()]);
  const ids = (document: Document<unknown>) => anchorsOf(document.body).map(({ id }) => id);
  for (const newsletter of content.newsletters) {
    const anchors = ids(newsletter);
    add(paths.newsletter(newsletter.id), anchors);
    for (const audience of audienceIds) {
      if (newsletter.data.bulletins[audience])
        add(paths.newsletterFor(newsletter.id, audience), anchors);
    }
  }
  for (const page of content.guidance) add(paths.guidance(page.id), ids(page));
  for (const page of content.knownIssues) add(paths.knownIssue(page.id), ids(page));
  for (const page of content.releases) add(paths.release(page.id), ids(page));
  return map;
}

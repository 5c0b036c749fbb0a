import type { Content } from '../content.ts';
import { isDraftAt } from './draft-at.ts';

/* A link to a page, an anchor in it included; files and other sites are no drafts. */
const toPage = /<a\s[^>]*?href="(\/[^"#?]*\/)(?:#[^"]*)?"[^>]*>[^]*?(?=<\/a>)/g;

/**
 * Marks each link to a draft, within it, so that every list which shows one says so. On the page of a draft that page
 * is marked at its top, and links about within it are not.
 * @param html of a page
 * @param path its address, from the root of the site
 */
export function markDrafts(html: string, path: string, content: Content): string {
  if (content.drafts.size === 0) return html;
  const own = isDraftAt(content, path) ? path.split('/').slice(0, 3).join('/') : undefined;
  return html.replaceAll(toPage, (link, to: string) =>
    isDraftAt(content, to) && !(own && to.startsWith(`${own}/`))
      ? `${link} <span class="draft-label">Draft</span>`
      : link,
  );
}

import type { Content } from '../content/content.ts';
import { editionChanged, guidanceChanged } from '../content/views/last-change.ts';
import { paths } from '../content/paths.ts';
import { audienceIds } from '../publication/site.ts';

/**
 * The sitemap (sitemaps.org 0.9) of all pages, each with the day its document last changed.
 * @param pages from the root of the site
 */
export function sitemap(pages: readonly string[], content: Content, origin: string): string {
  const changed = lastChanges(content);
  const entries = pages.map((page) => {
    const day = changed.get(page);
    return `<url><loc>${asXml(origin + page)}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}</url>\n`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('')}</urlset>
`;
}

function lastChanges(content: Content): Map<string, string> {
  const days = new Map<string, string>();
  for (const edition of content.newsletters) {
    const { id } = edition;
    const day = editionChanged(content, edition);
    days.set(paths.newsletter(id), day);
    for (const audience of audienceIds()) days.set(paths.newsletterFor(id, audience), day);
  }
  for (const { id, data } of content.corrections) {
    days.set(paths.correction(id), data.date);
    for (const audience of audienceIds()) days.set(paths.correctionFor(id, audience), data.date);
  }
  for (const { id, data } of content.guidance) days.set(paths.guidance(id), guidanceChanged(data));
  for (const { id, data } of content.knownIssues) days.set(paths.knownIssue(id), data.lastUpdated);
  for (const { id, data } of content.releases) days.set(paths.release(id), data.effective);
  return days;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const asXml = (text: string) => text.replaceAll(/[&<>]/g, (sign) => entities[sign] ?? sign);

import { language, publication } from '../publication/site.ts';
import { startOfDay } from './start-of-day.ts';
import type { FeedEntry, Feed } from './feed.ts';

/**
 * A feed as Atom (RFC 4287). Nothing in it comes from the clock. Written by hand: Astro's own package writes
 * RSS alone, and Atom says in `xml:lang` how its words are to be spoken.
 */
export function atom(feed: Feed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${text(feed.id)}</id>
<title>${text(feed.title)}</title>
<subtitle>${text(feed.description)}</subtitle>
<link rel="self" type="application/atom+xml" href="${text(feed.atom)}"/>
<link rel="alternate" type="text/html" href="${text(feed.page)}"/>
<updated>${lastUpdate(feed)}</updated>
<author><name>${text(publication().organisation.en)}</name></author>
<rights>${text(publication().licence.name)}</rights>
${feed.entries.map(entryElement).join('')}</feed>
`;
}

const entryElement = (entry: FeedEntry) => `<entry>
<id>${text(entry.id)}</id>
<title>${text(entry.title)}</title>
<link rel="alternate" type="text/html" href="${text(entry.url)}"/>
<published>${startOfDay(entry.published)}</published>
<updated>${startOfDay(entry.updated)}</updated>
${entry.tags.map((tag) => `<category term="${text(tag)}"/>\n`).join('')}<summary>${text(entry.summary)}</summary>
<content type="html">${text(entry.html)}</content>
</entry>
`;

/** A feed that never had an entry was never updated, and Atom asks for a date all the same. */
const lastUpdate = ({ entries }: Feed) =>
  startOfDay(
    entries
      .map(({ updated }) => updated)
      .toSorted()
      .at(-1) ?? '2026-01-01',
  );

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Words within XML 1.0, without the control characters that it cannot hold. */
const text = (words: string) =>
  words
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);

import { language, publication } from '../publication/site.ts';
import { startOfDay } from './start-of-day.ts';
import type { Feed } from './feed.ts';

/** A feed as JSON Feed 1.1 (jsonfeed.org). Nothing in it comes from the clock. */
export function jsonFeed(feed: Feed): string {
  const whole = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.json,
    description: feed.description,
    language: language,
    authors: [{ name: publication().organisation.en }],
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      summary: entry.summary,
      content_html: entry.html,
      date_published: startOfDay(entry.published),
      date_modified: startOfDay(entry.updated),
      tags: entry.tags,
      ...entry.facts,
    })),
  };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}

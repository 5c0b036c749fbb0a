import type { Content } from '../content/content.ts';
import { withoutDrafts } from '../content/drafts.ts';
import { siteContent } from '../content/site-content.ts';
import { siteSettings } from '../settings/site-settings.ts';
import { inSentence } from '../publication/in-sentence.ts';
import { audienceById, publication } from '../publication/site.ts';
import type { Feed } from './feed.ts';
import { feedEntries } from './feed-entries.ts';
import { feedList, type FeedLink } from './feed-list.ts';

let making: Promise<Map<string, Feed>> | undefined;

/** Every feed of the site by the addresses of both its forms, made once a build. */
export function siteFeeds(): Promise<Map<string, Feed>> {
  if (import.meta.env.DEV) return makeAll();
  making ??= makeAll();
  return making;
}

async function makeAll(): Promise<Map<string, Feed>> {
  const content = await siteContent();
  const { siteUrl } = siteSettings();
  const pairs = feedList().map(async (link) => {
    const feed = await makeFeed(link, content, siteUrl);
    return [
      [link.atom, feed],
      [link.json, feed],
    ] as const;
  });
  return new Map((await Promise.all(pairs)).flat());
}

/**
 * A feed without drafts, also in a build that shows them: who reads it is told once.
 * @param origin the site's origin: every link in a feed is absolute
 */
export async function makeFeed(link: FeedLink, content: Content, origin: string): Promise<Feed> {
  const { collection, audience, title, page, atom, json } = link;
  return {
    id: `tag:${publication().namingDomain},2026:${atom}`,
    title,
    description: audience
      ? `For ${inSentence(audienceById(audience).longName)}, from the ${publication().organisation.en}.`
      : `From the ${publication().organisation.en}.`,
    page: `${origin}${page}`,
    atom: `${origin}${atom}`,
    json: `${origin}${json}`,
    entries: await feedEntries(collection, { content: withoutDrafts(content), audience, origin }),
  };
}

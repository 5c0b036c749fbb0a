import type { APIRoute } from 'astro';
import { paths } from '../../content/paths.ts';
import { feedList } from '../../feeds/feed-list.ts';
import { jsonFeed } from '../../feeds/json-feed.ts';
import { siteFeeds } from '../../feeds/site-feeds.ts';

/** Every feed as JSON Feed. */
export const getStaticPaths = () =>
  feedList().map(({ json: address }) => ({
    params: { feed: address.slice(paths.feeds.length, -'.json'.length) },
    props: { address },
  }));

export const GET: APIRoute<{ address: string }> = async ({ props }) => {
  const feed = (await siteFeeds()).get(props.address);
  if (!feed) return new Response('There is no such feed.\n', { status: 404 });
  return new Response(jsonFeed(feed), {
    headers: { 'Content-Type': 'application/feed+json' },
  });
};

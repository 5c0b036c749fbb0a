import type { APIRoute } from 'astro';
import { paths } from '../../content/paths.ts';
import { atom } from '../../feeds/atom.ts';
import { feedList } from '../../feeds/feed-list.ts';
import { siteFeeds } from '../../feeds/site-feeds.ts';

/** Every feed as Atom. */
export const getStaticPaths = () =>
  feedList().map(({ atom: address }) => ({
    params: { feed: address.slice(paths.feeds.length, -'.xml'.length) },
    props: { address },
  }));

export const GET: APIRoute<{ address: string }> = async ({ props }) => {
  const feed = (await siteFeeds()).get(props.address);
  if (!feed) return new Response('There is no such feed.\n', { status: 404 });
  return new Response(atom(feed), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
};

import { collections, withFeeds } from '../content/collections.ts';
import { paths } from '../content/paths.ts';
import { inSentence } from '../publication/in-sentence.ts';
import { type Audience, audienceIds, publication } from '../publication/site.ts';
import type { Publication } from '../publication/site.ts';

export type FeedCollection = (typeof withFeeds)[number];

/** What a feed is called and where it is. */
export interface FeedLink {
  collection: FeedCollection;
  audience: Audience | undefined;
  /** "Known issues for schools" */
  name: string;
  title: string;
  /** From the root of the site. */
  page: string;
  atom: string;
  json: string;
}

/** What readers call each collection, and the page that lists it; corrections come with the newsletters. */
export const feedCollections = {
  newsletters: { name: 'Newsletters', page: paths.newsletters },
  guidance: { name: 'Guidance', page: paths.guidanceList },
  knownIssues: { name: 'Known issues', page: paths.knownIssues },
  releases: { name: 'Releases', page: paths.releases },
} as const satisfies { [Name in FeedCollection]: { name: string; page: string } };

/* Every page asks for them. */
const lists = new WeakMap<Publication, readonly FeedLink[]>();

/** Every feed of the site: each collection for everybody and for each audience. */
export function feedList(): readonly FeedLink[] {
  const list = lists.get(publication()) ?? makeList();
  lists.set(publication(), list);
  return list;
}

const makeList = (): readonly FeedLink[] =>
  [undefined, ...publication().audiences].flatMap((audience) =>
    withFeeds.map((collection): FeedLink => {
      const { name, page } = feedCollections[collection];
      const full = audience ? `${name} for ${inSentence(audience.name)}` : name;
      const { folder } = collections[collection];
      return {
        collection,
        audience: audience?.id,
        name: full,
        title: `${publication().name}: ${full.charAt(0).toLowerCase()}${full.slice(1)}`,
        page,
        atom: paths.feed(folder, 'xml', audience?.id),
        json: paths.feed(folder, 'json', audience?.id),
      };
    }),
  );

/** The feeds that a page offers to feed readers: its own collection's and audience's, else every collection's. */
export function feedsFor(pathname: string): FeedLink[] {
  const audience = audienceIds().find((id) => pathname.endsWith(`/${id}/`));
  const feeds = feedList();
  const own = feeds.filter((feed) => feed.audience === audience);
  const section = pathname.startsWith(paths.corrections) ? paths.newsletters : pathname;
  const matching = own.filter(({ page }) => section.startsWith(page));
  return matching.length > 0 ? matching : feeds.filter((feed) => feed.audience === undefined);
}

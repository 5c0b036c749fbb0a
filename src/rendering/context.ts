import type { Content } from '../content/content.ts';
import type { Audience } from '../publication/site.ts';
import type { BlockProps } from '../blocks/contract.ts';
import type { Present } from './present.ts';

/** What a block needs to know of the place it is rendered in. */
export interface Context {
  content: Content;
  /** The reader's audience; undefined on pages that show everything. */
  audience: Audience | undefined;
  /** The level of the next heading: 2 directly under the title of a page. */
  level: number;
  /** The day the document speaks from, YYYY-MM-DD: known issues in an email are "as at" this day. */
  asAt: string;
  /** Which form of an edition this is: see `asAtNote`. Left out on pages that live by themselves. */
  edition?: 'bulletin' | 'page';
  /** The day of a web page, which says what is past; see `Present`. */
  present?: Present | undefined;
  /** The address of the page that says this, absolute in email: anchors are made from it. */
  pageUrl: string;
  /** What was put right after sending, shown on the web at its item. */
  corrections?: Content['corrections'];
  /** At the top of a document's own page, where its headings can be linked to. */
  headingIds?: boolean;
  /** The event around a session. */
  event?: BlockProps<'Event'>;
  /**
   * Inside guidance that another document quotes: the address of its page, from the root of the site.
   * Anchors stay there.
   */
  quotedFrom?: string;
}

/** The same place one level of heading further down. */
export const deeper = <Place extends Context>(context: Place): Place => ({
  ...context,
  level: context.level + 1,
  headingIds: false,
});

/* A path and an anchor that a URL keeps as they are: parsing one takes far longer than joining two. */
const asItStands = /^(?:\/[\w-][\w.-]*)*\/?(?:#[\w-]*)?$/;

/** An absolute address for a link target, or the target itself where the page has no origin. */
export function resolveLink(
  to: string,
  { pageUrl, quotedFrom }: Pick<Context, 'pageUrl' | 'quotedFrom'>,
): string {
  if (to.startsWith('https:')) return to;
  const target = to.startsWith('#') && quotedFrom ? quotedFrom + to : to;
  if (pageUrl.startsWith('/')) return target;
  if (!asItStands.test(target)) return new URL(target, pageUrl).href;
  return target.startsWith('/') ? originOf(pageUrl) + target : pageUrl + target;
}

const originOf = (url: string) => url.slice(0, url.indexOf('/', 'https://'.length));

/**
 * The page that names the calendar files of an event: an edition has one set of them for all its
 * audiences. Undefined inside guidance that another document quotes.
 */
export function calendarPage({ pageUrl, quotedFrom }: Context): string | undefined {
  if (quotedFrom) return undefined;
  const path = pageUrl.startsWith('/') ? pageUrl : pageUrl.slice(originOf(pageUrl).length);
  return /^\/newsletters\/[^/]+\//.exec(path)?.[0] ?? path;
}

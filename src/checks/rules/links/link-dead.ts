import { isFileAddress } from '../../../files/content-file.ts';
import { closest } from '../../../problems/closest.ts';
import { addressOf } from '../../reading/address-of.ts';
import { isPlaceholder } from '../../language/placeholder-link.ts';
import type { PageRule } from '../../rule.ts';

/* Nobody mends more at once, and each takes a look at every page. */
const mostGuesses = 50;

export default {
  id: 'link/dead',
  severity: 'error',
  runs: 'links',
  why: 'A link within this site can always be right: the page and the anchor are here to be looked up.',
  failing: {
    example: 'Read [how families choose](/guidance/familes/) and [the next part](#next).',
    finds: ['[how families choose](/guidance/familes/)', '[the next part](#next)'],
  },
  passing: 'Read [how families choose](/guidance/families/).',
  *check(page, { siteMap: map, unreadable }) {
    const own = addressOf(page);
    if (own === undefined) return;
    let guesses = 0;
    for (const { to, place } of page.links) {
      if (isPlaceholder(to) || !/^(?:\/(?![/\\])|#[\w-])/.test(to)) continue;
      const { pathname, hash } = new URL(to, `https://site.example${own}`);
      // A page that cannot be read yet is a fault of its own.
      if (unreadable.some((path) => pathname.startsWith(path))) continue;
      const anchors = map.get(pathname);
      // What a file holds is for its own program to find: "#page=2".
      if (anchors && isFileAddress(to)) continue;
      const anchor = safeDecode(hash.slice(1));
      if (anchors && (anchor === '' || anchors.has(anchor))) continue;
      guesses += 1;
      const near =
        guesses <= mostGuesses && (anchors ? closest(anchor, anchors) : closest(pathname, map));
      yield {
        at: place,
        message: anchors
          ? `The page ${pathname} has no place called “${anchor}”.`
          : `There is no page ${pathname} on this site.`,
        suggestion: near
          ? `${anchors ? `${pathname}#${near}` : near}`
          : 'Open the page in the site and copy its address from there.',
      };
    }
  },
} satisfies PageRule;

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

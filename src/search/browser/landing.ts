import type { IndexedPage, Part } from '../page-parts.ts';
import type { Alternative } from './understanding/concept.ts';
import { shareOf, spokenIn } from './passage.ts';

/** Where on a page a result leads. */
export interface Landing {
  /** None where the page as a whole speaks most of what was looked for. */
  part?: Part | undefined;
  /** From 0 to 1: how much of what the page was found by is said here, or over the whole page. */
  says: number;
}

/* What it is worth that a part of a query stands in a heading, in the text, or over the whole page. */
const [inTitle, inText, above] = [1.25, 1, 1];

/** The part of a page that speaks most of what was looked for, or the page as a whole. */
export function landingOf(page: IndexedPage, by: readonly Alternative[]): Landing {
  if (page.parts.length === 0) return { says: 1 };
  // Another name counts as a whole: "take out of school" is not what "how long does it take" is about.
  const called = page.aliases.split('. ').filter((alias) => shareOf(alias, by) === 1);
  const names = spokenIn([page.title, ...called].join('\n'), by);
  const look = (heading: ReadonlySet<number>, words: string, part?: Part) => {
    const text = spokenIn(words, by);
    const worths = by.map((_, at) =>
      heading.has(at) ? inTitle : text.has(at) ? inText : names.has(at) ? above : 0,
    );
    return {
      part,
      says: worths.filter((worth) => worth > 0).length / by.length,
      // Of two that say the same, the one that says little else.
      worth: worths.reduce((sum, worth) => sum + worth, shareOf(words, by)),
    };
  };
  return [
    look(names, page.words),
    ...page.parts.map((part) => look(spokenIn(part.title, by), part.words, part)),
  ].reduce((best, one) => (one.worth > best.worth ? one : best));
}

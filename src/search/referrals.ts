import { foldedWords } from './fold.ts';
import type { Dictionary } from './words-and-synonyms.ts';
import { stem } from './stem.ts';
import type { Concept } from './browser/understanding/concept.ts';

/** Somebody to ask, or a public page of another site, for a query that this site cannot answer. */
export interface Referral {
  kind: 'contact' | 'page';
  url: string;
  title: string;
  /** What it is for, in a sentence; empty for a page whose title says so. */
  summary: string;
  /** Words that it answers to. */
  words: string;
}

/** The file in the index folder, fetched when a query has no answer. */
export const waysOnFile = 'ways-on.bin';

/** Ways on as text, a line for each. */
export const writeWaysOn = (ways: readonly Referral[]): string =>
  ways
    .map(({ kind, url, title, summary, words }) => [kind, url, title, summary, words].join('\t'))
    .join('\n');

/** Reads what `writeWaysOn` wrote. */
export function readWaysOn(text: string): Referral[] {
  return text.split('\n').flatMap((line): Referral[] => {
    const [kind, url = '', title = '', summary = '', words = ''] = line.split('\t');
    return kind === 'contact' || kind === 'page' ? [{ kind, url, title, summary, words }] : [];
  });
}

/**
 * The contact who comes nearest to what was asked, else the first, who is there for everybody; and the
 * public pages that speak of it, two at most.
 */
export function chooseWaysOn(
  ways: readonly Referral[],
  concepts: readonly Concept[],
  { words, records }: Dictionary,
): Referral[] {
  const wanted = concepts.flatMap(({ alternatives }) =>
    alternatives
      // A correction that found no answer was no more than a guess.
      .filter(({ assumed }) => assumed?.how !== 'spelling')
      .map(({ words: phrase, worth }) => {
        const rarest = Math.min(...phrase.map((word) => words.get(word) ?? 0));
        return { stems: phrase.map(stem), worth: worth * Math.log((records + 1) / (rarest + 1)) };
      }),
  );
  const near = (way: Referral) => {
    const own = new Set(foldedWords(`${way.title} ${way.words}`).map(stem));
    return wanted
      .filter(({ stems }) => stems.every((one) => own.has(one)))
      .reduce((sum, { worth }) => sum + worth, 0);
  };
  const nearest = (kind: Referral['kind']) =>
    ways
      .filter((way) => way.kind === kind)
      .map((way) => ({ way, score: near(way) }))
      .toSorted((a, b) => b.score - a.score);
  // A common word such as "school" leads nowhere in particular.
  const isNear = ({ score }: { score: number }) => score > 1;
  const contact =
    nearest('contact').find(isNear)?.way ?? ways.find(({ kind }) => kind === 'contact');
  const pages = nearest('page').filter(isNear).slice(0, 2);
  return [...(contact ? [contact] : []), ...pages.map(({ way }) => way)];
}

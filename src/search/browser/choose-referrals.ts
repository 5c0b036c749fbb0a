import { foldedWords } from '../fold.ts';
import type { Referral } from '../referrals.ts';
import { stem } from '../stem.ts';
import type { SearchDictionary } from '../words-and-synonyms.ts';
import type { Concept } from './understanding/concept.ts';

/**
 * The contact who comes nearest to what was asked, else the first, who is there for everybody; and the
 * public pages that speak of it, two at most.
 */
export function chooseReferrals(
  referrals: readonly Referral[],
  concepts: readonly Concept[],
  { words, records }: SearchDictionary,
): Referral[] {
  const wanted = concepts.flatMap(({ alternatives }) =>
    alternatives
      // A correction or a word nearby that found no answer was no more than a guess.
      .filter(({ assumed }) => assumed === undefined || assumed.how === 'meaning')
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
    referrals
      .filter((way) => way.kind === kind)
      .map((way) => ({ way, score: near(way) }))
      .toSorted((a, b) => b.score - a.score);
  // A common word such as "school" leads nowhere in particular.
  const isNear = ({ score }: { score: number }) => score > 1;
  const contact =
    nearest('contact').find(isNear)?.way ?? referrals.find(({ kind }) => kind === 'contact');
  const pages = nearest('page').filter(isNear).slice(0, 2);
  return [...(contact ? [contact] : []), ...pages.map(({ way }) => way)];
}

import type { Filters } from '/pagefind/pagefind.js';
import { foldedWords, squash } from '../fold.ts';
import { type Alternative, type Concept, plainly } from './understanding/concept.ts';
import type { Index } from './index-reader.ts';
import { landingOf } from './landing.ts';
import { readParts } from '../page-parts.ts';
import { shareOf, spokenIn } from './passage.ts';
import { coveragePower, type Ranked } from './rank.ts';

/* As many as a reader looks at; their texts are fetched anyway. */
const lookedAt = 10;

/* What it is worth that a name is all that was asked: word for word, in other words, or as one of its other names. */
const worthOfName = { whole: 2, title: 1, alias: 0.8 } as const;

/**
 * The first results again, those first whose title, or another name, is what was asked for; where the question
 * is what something is, the glossary's answer.
 */
export async function byTitle(
  ranked: readonly Ranked[],
  concepts: readonly Concept[],
  query: string,
): Promise<Ranked[]> {
  const isDefinition = /^\s*what\s?(?:'s|’s|s|is|are|does)\b|\bmean(?:ing|s)?\b/i.test(query);
  const asTyped = concepts.map(({ typed }) => plainly(foldedWords(typed)));
  const first = await Promise.all(
    ranked.slice(0, lookedAt).map(async (one) => {
      const data = await one.result.data();
      const page = readParts(data);
      const landing = landingOf(page, one.by);
      // "CA: chronic absence" is two names of one thing.
      const titles = [page.title, ...page.title.split(': '), landing.part?.title ?? ''];
      const says = Math.max(...titles.map((title) => shareOf(title, one.by)));
      const all = one.by.length === concepts.length;
      // A word explained is an answer to whoever asks what it is; to others the page on it is the better one.
      const isTerm = data.filters['kind']?.includes('term') === true;
      const isTitle = all && titles.some((title) => isAll(title, one.by));
      const isAlias = page.aliases.split('. ').some((alias) => isAll(alias, asTyped));
      const named = titles.some((title) => isWholly(title, query))
        ? worthOfName.whole
        : isTitle
          ? worthOfName.title
          : isAlias
            ? worthOfName.alias
            : 0;
      const kind = !isTerm ? 1 : isDefinition ? 1.4 : 0.85;
      const score =
        one.score *
        landing.says ** coveragePower *
        (1 + 0.5 * says + (isTerm && !isDefinition ? named / 3 : named)) *
        kind;
      return { ...one, landing, score };
    }),
  );
  return [...first.toSorted((a, b) => b.score - a.score), ...ranked.slice(lookedAt)];
}

/** Whether a name says all that was asked and nothing else. */
const isAll = (name: string, by: readonly Alternative[]) =>
  shareOf(name, by) === 1 && spokenIn(name, by).size === by.length;

/** Whether a name is what was typed, word for word. */
const isWholly = (name: string, query: string) =>
  squash(name) !== '' && squash(name) === squash(query);

/** Results again, the newest first. */
export async function byDate(
  index: Index,
  ranked: readonly Ranked[],
  concepts: readonly Concept[],
  filters: Filters,
): Promise<readonly Ranked[]> {
  const alternatives = concepts.flatMap((concept) => concept.alternatives);
  const orders = await Promise.all(alternatives.map((one) => index.byDate(one, filters)));
  const places = new Map(orders.flatMap((order) => [...order]));
  const place = ({ result }: Ranked) => places.get(result.id) ?? Infinity;
  // What has no date, such as a contact, stays in order of worth behind what has one.
  return ranked.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

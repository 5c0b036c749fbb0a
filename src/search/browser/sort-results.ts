import type { Filters } from '/pagefind/pagefind.js';
import type { Concept } from './understanding/concept.ts';
import type { Index } from './index-reader.ts';
import { landingOf } from './landing.ts';
import { readParts } from '../page-parts.ts';
import { shareOf } from './passage.ts';
import { coveragePower, type Ranked } from './rank.ts';

/* As many as a reader looks at; their texts are fetched anyway. */
const lookedAt = 10;

/**
 * The first results again, those first whose whole title, or another name, is what was asked for; where the
 * question is what something is, the glossary's answer.
 */
export async function byTitle(ranked: readonly Ranked[], query: string): Promise<Ranked[]> {
  const isDefinition = /^\s*what\s?(?:'s|’s|s|is|are|does)\b|\bmean(?:ing|s)?\b/i.test(query);
  const first = await Promise.all(
    ranked.slice(0, lookedAt).map(async (one) => {
      const data = await one.result.data();
      const page = readParts(data);
      const landing = landingOf(page, one.by);
      const titles = [page.title, landing.part?.title ?? ''].map((title) => shareOf(title, one.by));
      const isCalled = page.aliases.split('. ').some((alias) => shareOf(alias, one.by) === 1);
      const share = Math.max(...titles, isCalled ? 0.9 : 0);
      const defines = isDefinition && data.filters['kind']?.includes('term') ? 1.4 : 1;
      const score = one.score * landing.says ** coveragePower * (1 + 0.6 * share) * defines;
      return { ...one, landing, score };
    }),
  );
  return [...first.toSorted((a, b) => b.score - a.score), ...ranked.slice(lookedAt)];
}

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

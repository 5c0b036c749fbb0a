import type { Result } from '/pagefind/pagefind.js';
import type { Hits } from './index-reader.ts';
import type { Landing } from './landing.ts';
import { type Precedence, worthOf } from '../precedence.ts';
import type { Alternative, Concept } from './understanding/concept.ts';

/** A part of a query and what the index has for each way of saying it. */
export interface Looked {
  concept: Concept;
  hits: readonly (readonly [Alternative, Hits])[];
}

/** A record that speaks of some of what was asked. */
export interface Ranked {
  result: Result;
  score: number;
  /** From 0 to 1: how much of what was asked it speaks of, rare words counting more than common ones. */
  covered: number;
  /** The same of what the site has anything on: what no page speaks of is left out. */
  coveredOfKnown: number;
  /** What it was found by, one for each part of the query it speaks of. */
  by: readonly Alternative[];
  /** Where on its page it leads, once its text was looked at. */
  landing?: Landing;
}

/** Nearly everything that was asked for counts more than much of the half. */
export const coveragePower = 2.2;

/** Ranks every record that any part of a query is in, best first. */
export function rank(
  looked: readonly Looked[],
  records: number,
  precedenceOf: (id: string) => Precedence,
): Ranked[] {
  const weights = looked.map(({ concept, hits }) => weigh(concept, hits, records));
  const asked = sum(weights);
  const askedOfKnown = sum(weights.filter((_, at) => !isNowhere(looked[at])));
  const ids = new Map(
    looked.flatMap(({ hits }) => hits.flatMap(([, { results }]) => [...results])),
  );
  const ranked = [...ids].map(([id, result]): Ranked => {
    const parts = looked.map(({ hits }) => bestOf(hits, id));
    const spokenOf = sum(
      parts.map((part, at) =>
        part ? Math.min(1, part.alternative.worth + 0.2) * (weights[at] ?? 0) : 0,
      ),
    );
    const covered = spokenOf / asked;
    const spoken = parts.reduce((sum, part) => sum + (part?.score ?? 0), 0);
    return {
      result,
      covered,
      coveredOfKnown: spokenOf / askedOfKnown,
      score: spoken * covered ** coveragePower * worthOf[precedenceOf(id)],
      by: parts.flatMap((part) => part?.alternative ?? []),
    };
  });
  // Where two score the same, the order of the index decides, so that every search gives one answer.
  return ranked.toSorted((a, b) => b.score - a.score || (a.result.id < b.result.id ? -1 : 1));
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/**
 * Whether a query still says what it is after once what no page has is left out: more than half of its parts
 * are known, or a third and one of these names a thing that not every page speaks of. "Driver licence" is not
 * about licences.
 */
export function isTelling(looked: readonly Looked[], records: number): boolean {
  const known = looked.filter(({ hits }) =>
    hits.some(
      ([{ assumed, worth }, { everywhere }]) =>
        everywhere > 0 && (assumed?.how !== 'related' || worth > 0.5),
    ),
  );
  return (
    known.length > looked.length / 2 ||
    (known.length >= looked.length / 3 &&
      known.some(({ concept, hits }) => concept.isTopic && rarityOf(hits, records) > 2))
  );
}

/** Whether nothing in the index speaks of a part of a query. */
export const isNowhere = (looked: Looked | undefined): boolean =>
  looked?.hits.every(([, { everywhere }]) => everywhere === 0) ?? true;

/**
 * Inverse document frequency, as BM25 has it. What the glossary names weighs more. A word that is
 * nowhere is what the query is about, for all we know; a number or a scrap of a word may not matter.
 */
function weigh({ typed, isTopic }: Concept, hits: Looked['hits'], records: number): number {
  const rarity = rarityOf(hits, records);
  if (hits.every(([, { everywhere }]) => everywhere === 0))
    return rarity * (/^\d/.test(typed) ? 0.6 : typed.length < 4 ? 0.8 : 1);
  return isTopic && rarity > topical ? rarity * 1.9 : rarity;
}

/* What nearly every page speaks of, such as a case, is a topic that tells nothing. */
const topical = 1.2;

function rarityOf(hits: Looked['hits'], records: number): number {
  const within = Math.max(0, ...hits.map(([, { everywhere }]) => everywhere));
  return Math.log(1 + (records - within + 0.5) / (within + 0.5));
}

function bestOf(hits: Looked['hits'], id: string) {
  const parts = hits.flatMap(([alternative, { results }]) => {
    const result = results.get(id);
    return result ? [{ alternative, score: result.score * alternative.worth }] : [];
  });
  return parts.toSorted((a, b) => b.score - a.score)[0];
}

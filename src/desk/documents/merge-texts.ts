import { compareLists } from './compare-lists.ts';
import { textBlocks } from './text-blocks.ts';

/** A stretch of two texts that were begun from one. */
export interface Stretch {
  /** Who changed it; of what both changed, each in another way, a person has to choose. */
  changed: 'nobody' | 'mine' | 'theirs' | 'alike' | 'both';
  mine: string;
  theirs: string;
}

/** What is taken of a stretch that both changed. */
export type Choice = 'mine' | 'theirs' | 'both';

/**
 * Compares two texts that were begun from one, block by block.
 * @param base what both were begun from; left out, every difference is for a person to decide
 */
export function mergeTexts(base: string | undefined, mine: string, theirs: string): Stretch[] {
  const from = textBlocks(base ?? sharedBlocks(mine, theirs));
  const [ours, others] = [textBlocks(mine), textBlocks(theirs)];
  const [inOurs, inOthers] = [placesIn(from, ours), placesIn(from, others)];
  const stretches: Stretch[] = [];
  let [start, our, other] = [0, 0, 0];
  for (let at = 0; at <= from.length; at++) {
    const ourPlace = at === from.length ? ours.length : inOurs.get(at);
    const otherPlace = at === from.length ? others.length : inOthers.get(at);
    if (ourPlace === undefined || otherPlace === undefined) continue;
    const stretch = judge(
      from.slice(start, at).join(''),
      ours.slice(our, ourPlace).join(''),
      others.slice(other, otherPlace).join(''),
    );
    if (stretch.mine !== '' || stretch.theirs !== '') stretches.push(stretch);
    const block = from[at];
    if (block !== undefined) stretches.push({ changed: 'nobody', mine: block, theirs: block });
    [start, our, other] = [at + 1, ourPlace + 1, otherPlace + 1];
  }
  return stretches;
}

/**
 * The text that comes of it.
 * @param choices what to take of each stretch that both changed, in their order; left out, what both wrote
 */
export function mergedText(stretches: readonly Stretch[], choices: readonly Choice[]): string {
  let next = 0;
  return stretches
    .map(({ changed, mine, theirs }) => {
      if (changed !== 'both') return changed === 'theirs' ? theirs : mine;
      const choice = choices[next++] ?? 'both';
      if (choice !== 'both') return choice === 'mine' ? mine : theirs;
      return `${mine}${mine.endsWith('\n\n') || mine === '' ? '' : '\n'}${theirs}`;
    })
    .join('');
}

function judge(was: string, mine: string, theirs: string): Stretch {
  const changed =
    mine === theirs
      ? mine === was
        ? 'nobody'
        : 'alike'
      : theirs === was
        ? 'mine'
        : mine === was
          ? 'theirs'
          : 'both';
  return { changed, mine, theirs };
}

/** Where the blocks that both lists hold stand in the second. */
function placesIn(from: readonly string[], to: readonly string[]): Map<number, number> {
  const places = new Map<number, number>();
  let [one, other] = [0, 0];
  for (const { in: where } of compareLists(from, to)) {
    if (where === 'both') places.set(one, other);
    if (where !== 'second') one += 1;
    if (where !== 'first') other += 1;
  }
  return places;
}

/** What two texts have in common stands for what they were begun from; where they differ, both have changed it. */
const sharedBlocks = (mine: string, theirs: string) =>
  compareLists(textBlocks(mine), textBlocks(theirs))
    .flatMap(({ in: where, entry }) => (where === 'both' ? [entry] : []))
    .join('');

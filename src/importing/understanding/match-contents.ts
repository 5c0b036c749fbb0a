import { foldReo } from '../../checks/language/fold-reo.ts';
import type { Notes } from '../notes.ts';
import type { Entry } from './find-contents.ts';

/**
 * Finds the title that each entry of a contents list means, and notes every difference.
 * @param titles those of the items, in their order
 * @returns the entry of each title that has one
 */
export function matchContents(
  entries: readonly Entry[],
  titles: readonly string[],
  notes: Notes,
): Map<string, Entry> {
  const matched = new Map<string, Entry>();
  const open = new Set(titles);
  const take = (entry: Entry, title: string) => {
    matched.set(title, entry);
    open.delete(title);
  };
  const same = new Set(
    entries.filter((entry) => {
      const title = [...open].find((one) => one === entry.title);
      if (title !== undefined) take(entry, title);
      return title !== undefined;
    }),
  );
  for (const entry of entries) {
    if (same.has(entry)) continue;
    const [best] = [...open]
      .map((title) => ({ title, likeness: likeness(title, entry.title) }))
      .toSorted((a, b) => b.likeness - a.likeness);
    if (best && best.likeness >= 0.5) {
      take(entry, best.title);
      notes.contents.push(`“${entry.title}” in the list is “${best.title}” in its heading.`);
    } else notes.contents.push(`“${entry.title}” in the list has no heading.`);
  }
  if (entries.length > 0) {
    for (const title of open)
      notes.contents.push(`“${title}” is a heading that the list leaves out.`);
  }
  return matched;
}

/** How alike two titles are, from 0 to 1: the share of their words that both have, of the shorter one. */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsIn(one), wordsIn(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, Math.min(a.size, b.size));
}

const small = new Set([
  'a',
  'an',
  'and',
  'the',
  'of',
  'for',
  'to',
  'in',
  'on',
  'our',
  'your',
  'with',
  'up',
]);

const wordsIn = (title: string) =>
  new Set(
    (foldReo(title).match(/[\p{L}\p{N}]+/gu) ?? [])
      .filter((word) => !small.has(word))
      .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)),
  );

import type { Notes } from '../notes.ts';
import type { Stated } from '../source.ts';
import { comparable, factsOf, withoutAddresses, wordsIn } from './facts.ts';

/** How much of one kind the source has, and what of it is neither in the draft nor in the report. */
export interface Kept {
  count: number;
  lost: string[];
}

export interface Loss {
  sentences: Kept;
  numbers: Kept;
  links: Kept;
  phones: Kept;
  addresses: Kept;
}

/**
 * Holds what a source says against what its draft says and the report accounts for: every sentence as the run of its
 * words, and everything as often as the source has it.
 */
export function compareFacts(source: Stated, draft: Stated, notes: Notes): Loss {
  const wanted = factsOf(source);
  const told = [...notes.leftOut, ...notes.proposals];
  const accounted: Stated = {
    passages: told.map(({ words }) => words),
    links: told.flatMap(({ links = [] }) => links),
  };
  const here = factsOf({
    passages: [...draft.passages, ...accounted.passages],
    links: [...draft.links, ...accounted.links],
  });
  // A sentence may go on from one run of words to the next, never from the draft to what was left out.
  const runs = [
    wordsIn(draft.passages.map(withoutAddresses).join('\n')),
    ...accounted.passages.map((passage) => wordsIn(withoutAddresses(passage))),
  ];
  return {
    sentences: {
      count: wanted.sentences.length,
      lost: missingSentences(wanted.sentences, runs),
    },
    numbers: missing(wanted.numbers, here.numbers),
    links: missing(wanted.links, here.links, [...placeholders(source)].map(comparable)),
    phones: missing(wanted.phones, here.phones),
    addresses: missing(wanted.addresses, here.addresses),
  };
}

/** Links that led nowhere are kept as one that leads nowhere. */
const placeholders = ({ links }: Stated) =>
  links.filter((link) => /^(?:#|about:blank)?$/i.test(link.trim()));

function missing(
  wanted: readonly string[],
  here: readonly string[],
  excused: readonly string[] = [],
): Kept {
  const left = counts(here);
  const lost: string[] = [];
  for (const one of wanted) {
    if (excused.includes(one)) continue;
    const count = left.get(one) ?? 0;
    if (count === 0) lost.push(one);
    else left.set(one, count - 1);
  }
  return { count: wanted.length, lost };
}

function counts(all: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const one of all) found.set(one, (found.get(one) ?? 0) + 1);
  return found;
}

/** Sentences that stand in no run of words, or in fewer places than the source has them. */
function missingSentences(
  wanted: readonly string[],
  runs: readonly (readonly string[])[],
): string[] {
  const places = new Map<string, [run: number, at: number][]>();
  runs.forEach((run, index) => {
    run.forEach((word, at) => {
      const known = places.get(word);
      if (known) known.push([index, at]);
      else places.set(word, [[index, at]]);
    });
  });
  const lost: string[] = [];
  for (const [sentence, times] of counts(wanted)) {
    const words = sentence.trim().split(' ');
    // Looked for from its rarest word, of which there are few.
    const [rarest = 0] = words
      .map((_, index) => index)
      .toSorted((a, b) => placesOf(words[a]) - placesOf(words[b]));
    const found = (places.get(words[rarest] ?? '') ?? []).filter(([run, at]) =>
      standsAt(words, runs[run] ?? [], at - rarest),
    );
    for (let short = times - found.length; short > 0; short--) lost.push(sentence.trim());
  }
  return lost;

  function placesOf(word = ''): number {
    return places.get(word)?.length ?? 0;
  }
}

function standsAt(words: readonly string[], run: readonly string[], from: number): boolean {
  if (from < 0 || from + words.length > run.length) return false;
  return words.every((word, index) => run[from + index] === word);
}

/** Everything that is lost, each told with what it is. */
export const lostIn = (loss: Loss): { kind: string; what: string }[] =>
  Object.entries<Kept>({ ...loss }).flatMap(([kind, { lost }]) =>
    lost.map((what) => ({ kind: kinds[kind] ?? kind, what })),
  );

const kinds: Readonly<Record<string, string>> = {
  sentences: 'sentence',
  numbers: 'number',
  links: 'link',
  phones: 'telephone number',
  addresses: 'address',
};

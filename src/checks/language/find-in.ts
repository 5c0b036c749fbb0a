import { blank } from '../reading/build-passage.ts';
import type { Page, Passage, Place } from '../reading/page.ts';

/** Words found in a passage. */
export interface Found {
  passage: Passage;
  /** The words. */
  text: string;
  /** As of a regular expression: the groups. */
  groups: Readonly<Record<string, string | undefined>>;
  from: number;
  to: number;
  place: Place;
  /** Whether they are part of a quotation, which nobody mends for its speaker. */
  quoted: boolean;
}

/**
 * Every match of `pattern` (with the flag g) in the author's own words of a passage.
 * @param passOver says of words whether they are of no interest: quicker than to look at each that is found
 */
export function* findIn(
  passage: Passage,
  pattern: RegExp,
  passOver: (text: string) => boolean = () => false,
): Generator<Found> {
  // Not matchAll, which makes a new pattern for each passage: that is most of the work.
  let next = 0;
  for (;;) {
    pattern.lastIndex = next;
    const match = pattern.exec(passage.words);
    if (!match) return;
    const from = match.index;
    const to = from + match[0].length;
    next = Math.max(next + 1, to);
    if (from === to || passOver(match[0])) continue;
    yield {
      passage,
      text: match[0],
      groups: match.groups ?? {},
      from,
      to,
      // Looked up only where somebody asks: most of what is found is right.
      get place() {
        return passage.place(from, to);
      },
      get quoted() {
        return passage.unquoted.slice(from, to).includes(blank);
      },
    };
  }
}

/**
 * Every match in every passage of a page. The pattern may look at what stands around a match, but
 * not for the start or the end of its passage.
 */
export function* findAll(page: Page, pattern: RegExp): Generator<Found> {
  // Most patterns find nothing on most pages: that is learnt from the page as a whole, far faster.
  pattern.lastIndex = 0;
  if (!pattern.test(wholeOf(page))) return;
  for (const passage of page.passages) yield* findIn(passage, pattern);
}

const wholes = new WeakMap<Page, string>();

/** The words of all passages, parted as no pattern reads on. */
function wholeOf(page: Page): string {
  const whole = wholes.get(page) ?? page.passages.map(({ words }) => words).join(`\n${blank}\n`);
  wholes.set(page, whole);
  return whole;
}

/** Every match outside quotations: what an author says in their own voice. */
export function* findOwn(page: Page, pattern: RegExp): Generator<Found> {
  for (const found of findAll(page, pattern)) if (!found.quoted) yield found;
}

/** Addresses of web pages and of people in running text: they are no words. */
const address =
  /\b(?:https?:\/\/|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w-])[\w-]+\.(?:co|govt|ac|org|net|school)\.nz\b\S*/giu;

/* Several rules ask for the same passage. */
const known = new WeakMap<object, { from: number; to: number }[]>();

/** Stretches of a passage that are addresses. */
export function addressesIn(passage: Passage): { from: number; to: number }[] {
  const before = known.get(passage);
  if (before) return before;
  const { words } = passage;
  const found = /[@/]|www\.|\.nz/i.test(words)
    ? [...words.matchAll(address)].map((match) => ({
        from: match.index,
        to: match.index + match[0].length,
      }))
    : [];
  known.set(passage, found);
  return found;
}

/** Whether a stretch touches one of others. */
export function touches({ from, to }: Stretch, others: readonly Stretch[]): boolean {
  if (others.length < few) return others.some((other) => from < other.to && to > other.from);
  return coverOf(others).subarray(from, to).includes(1);
}

interface Stretch {
  from: number;
  to: number;
}

/* To look at each of them is quicker than to paint them. */
const few = 12;

const covers = new WeakMap<readonly Stretch[], { painted: number; letters: Uint8Array }>();

/** Which letters stretches cover; what was added to them since they were last asked for is painted now. */
function coverOf(others: readonly Stretch[]): Uint8Array {
  let { painted, letters } = covers.get(others) ?? { painted: 0, letters: new Uint8Array(1024) };
  for (; painted < others.length; painted++) {
    const { from = 0, to = 0 } = others[painted] ?? {};
    if (to > letters.length) {
      const wider = new Uint8Array(2 * to);
      wider.set(letters);
      letters = wider;
    }
    letters.fill(1, from, to);
  }
  covers.set(others, { painted, letters });
  return letters;
}

/** A phrase as part of a pattern: any blanks or hyphens between its words, special signs as themselves. */
export const escaped = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

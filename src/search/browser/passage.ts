import { littleWords } from '../english.ts';
import { type ExactForm, exactForms } from '../exact-forms.ts';
import { fold, foldedWords, indexedWords } from '../fold.ts';
import { partsOfDay } from '../part-of-day.ts';
import { stem } from '../stem.ts';
import type { Alternative } from './understanding/concept.ts';

/** A piece of a text, in parts; what was looked for is marked. */
export type Passage = readonly { text: string; marked: boolean }[];

/* About two lines on a wide screen. */
const length = 34;

/** The part of a text that speaks most of what was looked for, from the start of a sentence where it can. */
export function passage(content: string, by: readonly Alternative[]): Passage {
  const words = content.match(/\S+/g) ?? [];
  const marks = marksIn(content, words, by);
  const start = startOf(words, marks);
  const end = Math.min(words.length, start + length);
  const parts: { text: string; marked: boolean }[] = [];
  for (let at = start; at < end; at++) {
    const [lead, core, tail] = inPieces(words[at] ?? '');
    const marked = marks[at] !== undefined;
    parts.push({ text: marked ? lead : (words[at] ?? ''), marked: false });
    if (marked) parts.push({ text: core, marked: true }, { text: tail, marked: false });
    if (at + 1 < end) parts.push({ text: ' ', marked: false });
  }
  return [
    ...(start > 0 ? [{ text: '… ', marked: false }] : []),
    ...joined(parts),
    ...(end < words.length ? [{ text: ' …', marked: false }] : []),
  ];
}

/** How much of a text was looked for, from 0 to 1; little words do not count. */
export function shareOf(text: string, by: readonly Alternative[]): number {
  const words = (text.match(/\S+/g) ?? []).filter((word) => !littleWords.has(fold(word)));
  const marks = marksIn(words.join(' '), words, by).filter((mark) => mark !== undefined);
  return words.length === 0 ? 0 : marks.length / words.length;
}

/** The numbers of the parts of a query of which a text has every word. */
export function spokenIn(text: string, by: readonly Alternative[]): Set<number> {
  const words = new Set([
    ...text.split(/\s+/).flatMap(stemsOf),
    ...(wantsForms(by) ? formsIn(text).flatMap(({ tokens }) => tokens) : []),
  ]);
  const has = (one: string, prefix: boolean) =>
    words.has(one) ||
    words.has(stem(one)) ||
    (prefix && one.length > 2 && [...words].some((word) => word.startsWith(one)));
  return new Set(
    by.flatMap(({ words: wanted, prefix }, at) =>
      wanted.every((one) => has(one, prefix)) ? [at] : [],
    ),
  );
}

/** For each word the number of the part of the query it answers, if it does. */
function marksIn(content: string, words: readonly string[], by: readonly Alternative[]) {
  const formAt = wantsForms(by) ? formsByWord(content) : new Map<number, string[]>();
  return words.map((word, at) => {
    const stems = stemsOf(word);
    const found = by.findIndex(({ words: wanted, prefix }) =>
      wanted.some(
        (one) =>
          formAt.get(at)?.includes(one) ||
          stems.includes(stem(one)) ||
          (prefix && one.length > 2 && stems.some((root) => root.startsWith(one))),
      ),
    );
    return found < 0 ? undefined : found;
  });
}

/* A page has the same words again and again. */
const known = new Map<string, readonly string[]>();

/** The stems of a word as the index stores it and of what it is made of. */
function stemsOf(word: string): readonly string[] {
  const stems = known.get(word) ?? [...indexedWords(word), ...foldedWords(word)].map(stem);
  known.set(word, stems);
  return stems;
}

/** Whether a query speaks of a number, a day or a time: every exact form has a digit. */
const wantsForms = (by: readonly Alternative[]) =>
  by.some(({ words }) => words.some((word) => /\d/.test(word)));

/** The exact forms in a text, and the parts of the day that its times are in. */
const formsIn = (text: string): ExactForm[] =>
  exactForms(text).map((form) => ({
    ...form,
    tokens: [...form.tokens, ...form.tokens.flatMap(partsOfDay)],
  }));

/** The exact forms that each word is a part of, by the number of the word. */
function formsByWord(content: string): Map<number, string[]> {
  const starts = [...content.matchAll(/\S+/g)].map(({ index }) => index);
  const found = new Map<number, string[]>();
  for (const { at, length: size, tokens } of formsIn(content)) {
    starts.forEach((start, word) => {
      const next = starts[word + 1] ?? content.length;
      if (start < at + size && next > at) found.set(word, [...(found.get(word) ?? []), ...tokens]);
    });
  }
  return found;
}

function startOf(words: readonly string[], marks: readonly (number | undefined)[]): number {
  const starts = words.flatMap((_, at) =>
    at === 0 || /[.!?:]$/.test(words[at - 1] ?? '') || marks[at] !== undefined ? [at] : [],
  );
  const scored = starts.map((at) => {
    const inside = marks.slice(at, at + length).filter((mark) => mark !== undefined);
    const isSentence = at === 0 || /[.!?:]$/.test(words[at - 1] ?? '');
    const wait = marks.slice(at, at + length).findIndex((mark) => mark !== undefined);
    const score = new Set(inside).size * 10 + Math.min(inside.length, 6) + (isSentence ? 4 : 0);
    return { at, score: score - wait / 10 };
  });
  const best = scored.toSorted((a, b) => b.score - a.score || a.at - b.at)[0]?.at ?? 0;
  return Math.max(0, Math.min(best, words.length - length));
}

/** A word without the punctuation around it, and that. */
function inPieces(word: string): readonly [string, string, string] {
  const [, lead = '', core = '', tail = ''] =
    /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}%]*)$/u.exec(word) ?? [];
  return [lead, core, tail];
}

/** Neighbours of a kind as one, so that a page has few pieces. */
function joined(parts: Passage): Passage {
  const kept: { text: string; marked: boolean }[] = [];
  for (const { text, marked } of parts) {
    const last = kept.at(-1);
    if (text === '') continue;
    if (last && last.marked === marked) last.text += text;
    else kept.push({ text, marked });
  }
  return kept;
}

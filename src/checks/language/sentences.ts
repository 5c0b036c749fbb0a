import type { Passage } from '../reading/page.ts';

/** A sentence of a passage. */
export interface Sentence {
  from: number;
  to: number;
  words: string[];
}

const abbreviation = /(?:\b(?:e\.g|i\.e|etc|vs|Mr|Mrs|Ms|Dr|St|No|cf)|\b\p{Lu})\.$/iu;

/* More letters than any of them, and the boundary before it. */
const longest = 12;

/* Several rules ask for the same passage. */
const known = new WeakMap<object, readonly Sentence[]>();

/** The sentences of a passage, as a reader gets them. */
export function sentencesOf(passage: Pick<Passage, 'text'>): readonly Sentence[] {
  const sentences = known.get(passage) ?? findSentences(passage);
  known.set(passage, sentences);
  return sentences;
}

function findSentences({ text }: Pick<Passage, 'text'>): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  for (const match of text.matchAll(/(?<![.!?…])[.!?…]+[”"’)\]]*(?=\s+\S|$)|$/g)) {
    const to = match.index + match[0].length;
    const part = text.slice(from, to);
    if (match[0] === '.' && /^\s+\p{Ll}/u.test(text.slice(to))) continue;
    if (match[0] === '.' && abbreviation.test(part.slice(-longest)) && to < text.length) continue;
    const words = part.match(/[\p{L}\d]+(?:[’'.:-][\p{L}\d]+)*/gu) ?? [];
    if (words.length > 0) {
      const start = from + (part.length - part.trimStart().length);
      found.push({ from: start, to, words: [...words] });
    }
    from = to;
  }
  return found;
}

/** How many syllables an English word has, near enough for a grade. */
export function syllables(word: string): number {
  const plain = word.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (plain.length === 0) return 1;
  if (plain.length <= 3) return 1;
  const groups = plain
    .replace(/(?:[^laeiouy]es|[^laeiouytd]ed|[^laeiouy]e)$/, '')
    .replace(/^y/, '')
    .match(/[aeiouy]{1,2}/g);
  return Math.max(1, groups?.length ?? 1);
}

/** Flesch–Kincaid grade level: years of schooling needed to read a text with ease. */
export function gradeOf(sentences: readonly Pick<Sentence, 'words'>[]): {
  grade: number;
  words: number;
} {
  const words = sentences.flatMap((sentence) => sentence.words);
  if (words.length === 0) return { grade: 0, words: 0 };
  const sounds = words.reduce((sum, word) => sum + syllables(word), 0);
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (sounds / words.length) - 15.59;
  return { grade, words: words.length };
}

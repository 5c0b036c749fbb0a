import { foldReo } from '../language/fold-reo.ts';
import { pairedWords } from '../language/paired-words.ts';
import type { Library } from '../reading/page.ts';
import { newZealandWords } from './new-zealand-words.ts';

/** The words that are right in one content folder, whatever a dictionary says. */
export interface AcceptedWords {
  /** In lower case, without macrons: how those of te reo Māori are written is for another rule. */
  has: (word: string) => boolean;
  /** Names as they are written, to find a slip in one. */
  names: readonly string[];
  /** Words that were looked up and are right anywhere: the same few make up most of any text. */
  right: Set<string>;
}

const made = new WeakMap<object, AcceptedWords>();

/** From the glossary, the contacts, kupu.yaml and words.yaml. */
export function acceptedWords({ content, words }: Library): AcceptedWords {
  const { kupu } = content;
  const before = made.get(words);
  if (before) return before;
  const texts = [
    ...[...content.glossary.values()].flatMap(({ term, expansion = '' }) => [term, expansion]),
    ...[...content.contacts.values()].map(({ name }) => name),
    ...kupu.words,
    ...kupu.names,
    ...kupu.phrases,
    ...kupu.exceptions,
    ...pairedWords(kupu),
    ...words.words,
  ];
  const all = texts.flatMap((text) => text.match(/[\p{L}\p{M}]+(?:[’'][\p{L}\p{M}]+)*/gu) ?? []);
  const known = new Set([...newZealandWords, ...all.map(foldReo)]);
  const result = {
    has: (word: string) => known.has(foldReo(word)),
    right: new Set<string>(),
    names: [...new Set(all.filter((word) => word.length > 5 && /^\p{Lu}\p{Ll}+$/u.test(word)))],
  };
  made.set(words, result);
  return result;
}

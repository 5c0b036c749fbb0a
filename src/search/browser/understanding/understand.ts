import {
  type Alternative,
  type Concept,
  plainly,
  type UnderstandOptions,
  unique,
} from './concept.ts';
import { littleWords, unnamed } from '../../english.ts';
import { exactForms } from '../../exact-forms.ts';
import { fold, foldedWords, indexedWords, squash } from '../../fold.ts';
import {
  type SearchDictionary,
  formKey,
  leadKey,
  type Synonyms,
} from '../../words-and-synonyms.ts';
import { understandWord } from './understand-word.ts';

/** The longest run of words that is looked up as one meaning: "A S C M S"; and as one that leads to others. */
const [longest, longestLead] = [6, 3];

/**
 * Takes a query apart into the things it speaks of, and finds for each the ways the site may say
 * it: exact forms of numbers and times, glossary meanings, words that lead to others, and what each other
 * word may stand for.
 */
export function understand(
  query: string,
  known: SearchDictionary,
  reading: UnderstandOptions = {},
): Concept[] {
  const concepts: Concept[] = [];
  let at = 0;
  for (const form of exactForms(query)) {
    concepts.push(...inWords(query.slice(at, form.at), known, { ...reading, typing: false }));
    at = form.at + form.length;
    const typed = query.slice(form.at, at);
    const alternatives = form.tokens.map((token) => ({
      ...plainly([token]),
      // A telephone number is known by its beginning, as it is dialled.
      prefix: token.startsWith('t'),
    }));
    concepts.push({ typed, alternatives });
  }
  concepts.push(...inWords(query.slice(at), known, reading));
  const telling = concepts.filter(({ typed }) => !littleWords.has(fold(typed)));
  return telling.length > 0 ? telling : concepts;
}

function inWords(text: string, known: SearchDictionary, reading: UnderstandOptions): Concept[] {
  const chunks = fold(text)
    .split(/[^\p{L}\p{N}@._&/-]+/u)
    .filter((chunk) => squash(chunk));
  const words = chunks.flatMap((chunk) =>
    isOne(chunk, known) ? [squash(chunk)] : foldedWords(chunk),
  );
  const concepts: Concept[] = [];
  for (let at = 0; at < words.length;) {
    const { length, concept } = conceptAt(words, at, known, reading);
    concepts.push(concept);
    at += length;
  }
  return concepts;
}

/** What the words from a place on speak of, and how many of them. */
function conceptAt(
  words: readonly string[],
  at: number,
  known: SearchDictionary,
  reading: UnderstandOptions,
) {
  const found = meaningAt(words, at, known);
  const run = words.slice(at, at + (found?.length ?? 1));
  if (found) return { length: run.length, concept: understandForm(run, found.meaning, reading) };
  const typed = words.slice(at, at + 2).join(' ');
  const answers = reading.literally ? undefined : unnamed.get(typed);
  if (answers) {
    return {
      length: 2,
      concept: { typed, alternatives: answers.map((one) => plainly([one], 0.8)) },
    };
  }
  const lead = reading.literally ? undefined : leadAt(words, at, known);
  if (lead && lead.length > 1) {
    const phrase = words.slice(at, at + lead.length);
    return {
      length: lead.length,
      concept: { typed: phrase.join(' '), alternatives: [plainly(phrase), ...lead.to] },
    };
  }
  const concept = understandWord(run.join(''), words[at + 1], known, reading);
  return { length: 1, concept: lead ? withLead(concept, lead.to, known) : concept };
}

/** The longest run of words from a place on that leads to others, and to which. */
function leadAt(words: readonly string[], at: number, { leads }: SearchDictionary) {
  for (let length = Math.min(longestLead, words.length - at); length > 0; length--) {
    const lead = leads.get(leadKey(words.slice(at, at + length)));
    if (!lead) continue;
    // A dictionary knows nothing of what this site is about.
    const worth = lead.by === 'site' ? 0.75 : 0.4;
    const to = lead.says.map((one): Alternative => ({
      ...plainly(indexedWords(one), worth),
      assumed: { how: 'related', says: one },
    }));
    return { length, to };
  }
  return undefined;
}

/** A word and what it leads to; another form of it that the site has may be another word: "account", "accounts". */
const withLead = (concept: Concept, to: readonly Alternative[], { words }: SearchDictionary) => ({
  ...concept,
  alternatives: unique([
    ...concept.alternatives
      .filter(({ assumed }) => assumed === undefined)
      .map((one) => (words.has(concept.typed) ? one : { ...one, worth: one.worth * 0.5 })),
    ...to,
  ]),
});

/** Whether a word with punctuation inside is one word to the site: "a.s.c.m.s.", "pop-ups". */
function isOne(chunk: string, { words }: SearchDictionary): boolean {
  const isInitials = /^(?:\p{L}[.&/-])+\p{L}?$/u.test(chunk);
  return isInitials || words.has(squash(chunk)) || foldedWords(chunk).length < 2;
}

function meaningAt(words: readonly string[], at: number, { meaningOf }: SearchDictionary) {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const run = words.slice(at, at + length);
    const meaning = meaningOf.get(formKey(run)) ?? meaningOf.get(formKey(deedOf(run)));
    if (meaning) return { length, meaning };
  }
  return undefined;
}

/** What people of a kind do, who are asked about where the site speaks of the doing: "homeschoolers". */
const deedOf = (run: readonly string[]) => [run.join('').replace(/(?<=.{6})ers?$/, '')];

/** A form that the glossary has: itself, and what the site says for it. */
function understandForm(
  run: readonly string[],
  { says, aliases }: Synonyms,
  { literally = false }: UnderstandOptions,
): Concept {
  const typed = run.join(' ');
  const isTyped = (form: string) => formKey(foldedWords(form)) === formKey(run);
  const form = [...says, ...aliases].find(isTyped) ?? typed;
  const isAlias = !says.some(isTyped);
  const [term, expansion = ''] = says;
  // A translation in one word is no expansion: "kura" is "school", but "school" is not just "kura".
  const isTranslation = form === expansion && !expansion.includes(' ');
  const others = says.filter((one) => one !== form && !(one === term && isTranslation));
  const asTyped = [plainly(indexedWords(form)), plainly(run)];
  const meant = others.map((one) => ({
    ...plainly(indexedWords(one), isAlias ? 0.9 : 0.8),
    assumed: { how: 'meaning', says: one } as const,
  }));
  return {
    typed,
    isTopic: !isTranslation,
    alternatives: literally ? asTyped.slice(0, 1) : unique([...asTyped, ...meant]),
  };
}

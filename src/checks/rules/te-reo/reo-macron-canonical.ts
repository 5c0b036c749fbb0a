import { addressesIn, touches } from '../../language/find-in.ts';
import { foldReo, singleVowels } from '../../language/fold-reo.ts';
import { pairedWords } from '../../language/paired-words.ts';
import type { Library, Passage } from '../../reading/page.ts';
import type { Fault, PageRule } from '../../rule.ts';

export default {
  id: 'reo/macron-canonical',
  severity: 'warning',
  runs: 'text',
  why: 'A macron changes the sound and the meaning of a word; a slip in somebody’s name is a discourtesy that readers notice first.',
  failing: {
    example:
      'Nga mihi to whanau, tāonga and Mäori staff at Tahūrangi. Two huis, and one for maaori.',
    finds: ['Nga mihi', 'whanau', 'tāonga', 'Mäori', 'Tahūrangi', 'huis', 'maaori'],
  },
  passing: 'Ngā mihi to whānau, taonga and Māori staff at Tāhūrangi. Two hui on one day.',
  *check(page, library) {
    if (page.kind === 'kupu') return;
    const forms = canonical(library);
    const doubled = page.field('orthography')?.value === 'double-vowel';
    for (const passage of page.passages) yield* checkPassage(passage, forms, doubled);
  },
} satisfies PageRule;

interface Forms {
  /** Right spellings of single words, by folded word. */
  words: Map<string, { right: Set<string>; name: boolean }>;
  /** Names of several words. */
  phrases: { right: string; folded: string }[];
  exceptions: string[];
  known: Set<string>;
  /** Words that were looked at and left as they are, where long vowels are doubled or not. */
  fine: Record<'doubled' | 'marked', Set<string>>;
}

/* So that no text, however strange, fills the memory. */
const mostRemembered = 50_000;

const made = new WeakMap<object, Forms>();

function canonical({ content: { kupu } }: Library): Forms {
  const before = made.get(kupu);
  if (before) return before;
  const forms: Forms = {
    words: new Map(),
    phrases: [],
    exceptions: kupu.exceptions,
    known: new Set(pairedWords(kupu).map(foldReo)),
    fine: { doubled: new Set(), marked: new Set() },
  };
  const add = (word: string, name: boolean) => {
    const folded = foldReo(word);
    const entry = forms.words.get(folded) ?? { right: new Set<string>(), name };
    entry.right.add(word);
    forms.words.set(folded, entry);
  };
  for (const word of kupu.words) add(word, false);
  for (const name of kupu.names) {
    if (name.includes(' ')) forms.phrases.push({ right: name, folded: foldReo(name) });
    else add(name, true);
  }
  forms.phrases.sort((a, b) => b.right.length - a.right.length);
  made.set(kupu, forms);
  return forms;
}

function* checkPassage(passage: Passage, forms: Forms, doubled: boolean): Generator<Fault> {
  const { words } = passage;
  const done = [...addressesIn(passage), ...stretches(words, forms.exceptions)];
  const folded = foldLength(words);
  for (const { right, folded: wanted } of forms.phrases) {
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
      const span = { from: at, to: at + wanted.length };
      if (!isWhole(words, span) || touches(span, done)) continue;
      done.push(span);
      const written = words.slice(span.from, span.to);
      if (written.toLowerCase() === right.toLowerCase()) continue;
      yield fault(passage, span, right, 'error');
    }
  }
  const fine = forms.fine[doubled ? 'doubled' : 'marked'];
  for (const match of words.matchAll(/[\p{L}\p{M}]+/gu)) {
    if (fine.has(match[0])) continue;
    const span = { from: match.index, to: match.index + match[0].length };
    const written = match[0];
    if (written.length < 3 || touches(span, done)) continue;
    const right = rightSpelling(written, forms, doubled);
    if (right) yield fault(passage, span, right.word, right.name ? 'error' : 'warning');
    else if (fine.size < mostRemembered) fine.add(written);
  }
}

function rightSpelling(
  written: string,
  { words, known }: Forms,
  doubled: boolean,
): { word: string; name: boolean } | undefined {
  // Capitals only: a short form.
  if (written === written.toUpperCase()) return undefined;
  const folded = foldReo(written);
  const lower = written.normalize('NFC').toLowerCase();
  const answer = (entry: { right: Set<string>; name: boolean } | undefined) => {
    const word = [...(entry?.right ?? [])][0];
    return entry && word !== undefined
      ? { word: inCase(word, written), name: entry.name }
      : undefined;
  };
  const exact = words.get(folded);
  if (exact) {
    if ([...exact.right].some((right) => right.toLowerCase() === lower)) {
      return lower === 'māori' && written.startsWith('m')
        ? { word: 'Māori', name: false }
        : undefined;
    }
    return answer(exact);
  }
  const single = singleVowels(folded);
  if (!doubled && single !== folded && words.has(single)) return answer(words.get(single));
  // Words of te reo Māori take no s. Short ones may be English.
  const stem = folded.slice(0, -1);
  if (folded.endsWith('s') && stem.length > 2 && words.has(stem) && !known.has(stem))
    return answer(words.get(stem));
  return undefined;
}

function fault(
  passage: Passage,
  { from, to }: { from: number; to: number },
  right: string,
  severity: 'error' | 'warning',
): Fault {
  const written = passage.words.slice(from, to);
  const quoted = passage.unquoted.slice(from, to) !== written;
  const plural = /s$/i.test(written) && !/s$/i.test(right);
  return {
    at: passage.place(from, to),
    message: plural
      ? `Words of te reo Māori take no “s”: “${right}” is one or many.`
      : `Write “${right}”, not “${written}”.`,
    suggestion: right,
    // A quotation stays as it was said, and dropping an s is for the author to read again.
    fix: quoted || plural ? undefined : right,
    severity: quoted ? 'advice' : severity,
  };
}

const inCase = (right: string, written: string) => {
  const capital = written[0] !== written[0]?.toLowerCase();
  return capital ? right.charAt(0).toUpperCase() + right.slice(1) : right;
};

/** Folded letter by letter, so that places stay the same. */
const foldLength = (words: string) =>
  /^[\x20-\x7e\ufffc]*$/.test(words) ? words.toLowerCase() : foldLetters(words);

const foldLetters = (words: string) =>
  [...words]
    .map((letter) => {
      const folded = letter < '\u0080' ? letter.toLowerCase() : foldReo(letter);
      return folded.length === letter.length ? folded : letter;
    })
    .join('');

const isWhole = (words: string, { from, to }: { from: number; to: number }) =>
  !/[\p{L}\p{M}]/u.test(words[from - 1] ?? ' ') && !/[\p{L}\p{M}]/u.test(words[to] ?? ' ');

function stretches(words: string, phrases: readonly string[]): { from: number; to: number }[] {
  return phrases.flatMap((phrase) => {
    const found: { from: number; to: number }[] = [];
    for (let at = words.indexOf(phrase); at >= 0; at = words.indexOf(phrase, at + 1)) {
      found.push({ from: at, to: at + phrase.length });
    }
    return found;
  });
}

import { addressesIn, findIn, findOwn, touches, type Found } from '../../language/find-in.ts';
import type { Library, Page } from '../../reading/page.ts';
import type { Fault, PageRule } from '../../rule.ts';
import { openDictionary } from '../../spelling/dictionary.ts';
import { acceptedWords } from '../../spelling/accepted-words.ts';
import { misspelling, type Misspelling } from '../../spelling/misspelling.ts';

/* American spellings and their New Zealand ones: British dictionaries know some of the first. */
const stems: readonly (readonly [american: RegExp, change: (word: string) => string])[] = [
  [
    /\b(?:col|fav|hon|lab|neighb|behavi|endeav|harb|flav|hum)or(?:s|ed|ing|ite|ites|al|hood|able|ful)?\b/gi,
    (word) => word.replace(/or/i, 'our'),
  ],
  [
    /\b(?:organ|recogn|priorit|summar|final|emphas|author|util|min(?:im)|maxim|special|custom|standard|categor|personal|apolog|critic|real|local|normal|modern|central|general|formal|visual)iz(?:e|es|ed|ing|ation|ations|er|ers)\b/gi,
    (word) => word.replace(/iz/i, 'is'),
  ],
  [/\banalyz(?:e|es|ed|ing)\b/gi, (word) => word.replace(/yz/i, 'ys')],
  [
    /\bcenter(?:s|ed|ing)?\b/gi,
    (word) =>
      word
        .replace(/er(?=s?$)/i, 're')
        .replace(/ered$/i, 'red')
        .replace(/ering$/i, 'ring'),
  ],
  [
    /\b(?:travel|cancel|label|counsel|model|enrol)(?:l?)(?:ed|ing)\b/gi,
    (word) => word.replace(/l{1,2}(?=ed|ing)/i, 'll'),
  ],
  [/\benroll(?:s|ment|ments)?\b/gi, (word) => word.replace(/ll/i, 'l')],
  [/\bfulfill(?:s|ment)?\b/gi, (word) => word.replace(/ll(?=s|ment|$)/i, 'l')],
  [/\b(?:catalog|dialog)s?\b/gi, (word) => word.replace(/og/i, 'ogue')],
  [/\bprogram(?=s?\b(?! (?:code|file|window)))s?\b/gi, (word) => word.replace(/am/i, 'amme')],
  [/\blicens(?:e)(?= (?:number|fee|key)\b)/gi, (word) => word.replace(/se/i, 'ce')],
  [/\bdefense\b/gi, (word) => word.replace(/se/i, 'ce')],
  [/\bgray(?:s|er)?\b(?! area)/g, (word) => word.replace(/a/, 'e')],
  [/\bmom(?:s)?\b/g, (word) => word.replace('o', 'u')],
];

/* So that no text, however strange, fills the memory. */
const mostRemembered = 50_000;

/* With more strange words than this, a text is no English, and one finding says so. */
const mostWords = 25;

/* A text that starts more sentences with strange words is no English either. */
const mostGuesses = 200;

export default {
  id: 'spell/en-NZ',
  severity: 'warning',
  runs: 'text',
  why: 'New Zealand spelling shows that the text was written here, for people here, and a slip makes readers doubt the rest.',
  failing: {
    example: 'The center organizes an enrollment program. Seperate forms recieve a studnet’s name.',
    finds: ['center', 'organizes', 'enrollment', 'program', 'Seperate', 'recieve', 'studnet’s'],
  },
  passing:
    'The centre organises an enrolment programme. It enrolled, modelled and cancelled it all. Citizens of Levin see the size of a wharenui, and Siobhan’s “thier” is a quotation.',
  *check(page, library) {
    if (page.kind === 'kupu') return;
    const american = new Set<number>();
    for (const fault of americanIn(page)) {
      american.add(fault.at.from);
      yield fault;
    }
    const strange = [...misspeltIn(page, library)].filter(
      ([first]) => !american.has(first.place.from),
    );
    for (const [{ place }, { word, meant: guess }, times] of strange.slice(0, mostWords)) {
      const meant = guess();
      yield {
        at: place,
        message: `“${word}” is not in the dictionary${times > 1 ? `, and stands here ${times} times` : ''}.`,
        suggestion:
          meant.length === 0
            ? 'Correct it; if it is right, add it to words.yaml.'
            : `${meant.join(' or ')}; if “${word}” is right, add it to words.yaml`,
      };
    }
    const [more] = strange[mostWords] ?? [];
    if (more) {
      yield {
        at: more.place,
        message: `From here on, ${strange.length - mostWords} more words are not in the dictionary.`,
        suggestion: 'Mark what is te reo Māori with <Reo>, and write the rest in English.',
      };
    }
  },
} satisfies PageRule;

function* americanIn(page: Page): Generator<Fault> {
  for (const [pattern, change] of stems) {
    for (const found of findOwn(page, pattern)) {
      const right = change(found.text);
      if (right === found.text || touches(found, addressesIn(found.passage))) continue;
      yield {
        at: found.place,
        message: `“${found.text}” is “${right}” in New Zealand.`,
        suggestion: right,
      };
    }
  }
}

const word = /[A-Za-z]+(?:[’'-][A-Za-z]+)*/g;

/** Whether letters are a word, and no part of an address, a file name, a short form or another word. */
const isWord = (words: string, { from, to }: { from: number; to: number }) =>
  !/[\p{L}\p{M}\d@/._#’'&-]$/u.test(words.slice(Math.max(0, from - 2), from)) &&
  !/^(?:[\p{L}\p{M}\d@/_#]|\.\p{L})/u.test(words.slice(to, to + 3));

/** Every misspelt word once, with where it stands first and how often. */
function misspeltIn(page: Page, library: Library): Iterable<[Found, Misspelling, number]> {
  const known = acceptedWords(library);
  const dictionary = openDictionary();
  let guesses = 0;
  const mayGuess = () => ++guesses <= mostGuesses;
  const seen = new Map<string, [Found, Misspelling, number]>();
  for (const passage of page.passages) {
    if (passage.language === 'mi') continue;
    const addresses = addressesIn(passage);
    for (const found of findIn(passage, word, (text) => known.right.has(text))) {
      if (!isWord(passage.words, found) || found.quoted || touches(found, addresses)) continue;
      const before = seen.get(found.text);
      if (before) {
        before[2]++;
        continue;
      }
      const starts = /(?:^|[.!?:]\s+)[“"(]?$/.test(
        passage.words.slice(Math.max(0, found.from - 20), found.from),
      );
      const wrong = found.text
        .split('-')
        .map((part) => misspelling(part, starts, known, dictionary, mayGuess))
        .find((one) => one !== undefined);
      if (wrong) seen.set(found.text, [found, wrong, 1]);
      else if (!starts && known.right.size < mostRemembered) known.right.add(found.text);
    }
  }
  return seen.values();
}

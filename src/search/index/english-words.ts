import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

interface Affix {
  strip: string;
  add: string;
  fits: RegExp;
}

/** In lower case. */
export interface EnglishWords {
  words: ReadonlySet<string>;
  /** Of people, places and days. */
  names: ReadonlySet<string>;
}

let opened: EnglishWords | undefined;

/** Every word of the British dictionary in every form; short forms in capitals are left out. */
export function englishWords(): EnglishWords {
  if (opened) return opened;
  const folder = dirname(createRequire(import.meta.url).resolve('dictionary-en-gb'));
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const lines = read('index.dic').split('\n');
  const affixes = read('index.aff');
  const [words, names] = [/^[a-z]+(?:\/|$)/, /^[A-Z][a-z]+(?:\/|$)/].map(
    (kind) =>
      new Set(
        expand(
          lines.filter((line) => kind.test(line)),
          affixes,
        ),
      ),
  );
  opened = { words: words ?? new Set(), names: names ?? new Set() };
  return opened;
}

/** The forms of each word that its flags allow (Hunspell's affix file, sections PFX and SFX). */
function* expand(lines: readonly string[], affixes: string): Generator<string> {
  const [before, after] = [affixesOf(affixes, 'PFX'), affixesOf(affixes, 'SFX')];
  for (const line of lines) {
    const [written = '', flags = ''] = line.split('/');
    const word = written.toLowerCase();
    const bases = [word, ...formsOf(word, flags, before).map(({ add }) => add + word)];
    const ends = formsOf(word, flags, after);
    for (const base of bases) {
      yield base;
      for (const { strip, add } of ends) {
        const form = base.slice(0, base.length - strip.length) + add;
        if (/^[a-z]+$/.test(form)) yield form;
      }
    }
  }
}

const formsOf = (word: string, flags: string, affixes: ReadonlyMap<string, readonly Affix[]>) =>
  [...flags].flatMap((flag) => affixes.get(flag) ?? []).filter(({ fits }) => fits.test(word));

function affixesOf(text: string, kind: 'PFX' | 'SFX'): Map<string, Affix[]> {
  const rules = text.matchAll(new RegExp(`^${kind} (\\S) +(\\S+) +([^\\s/]+)\\S* +(\\S+)`, 'gm'));
  const found = new Map<string, Affix[]>();
  for (const [, flag = '', strip = '', add = '', fits = '.'] of rules) {
    const rule = {
      strip: strip === '0' ? '' : strip,
      add,
      fits: new RegExp(kind === 'PFX' ? `^${fits}` : `${fits}$`),
    };
    found.set(flag, [...(found.get(flag) ?? []), rule]);
  }
  return found;
}

import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../testing/random-from.ts';
import { compareLists } from './compare-lists.ts';
import { mergedText, mergeTexts } from './merge-texts.ts';
import { textBlocks } from './text-blocks.ts';

const base = '---\ntitle: One\nsummary: Two\n---\n\nFirst.\n\nSecond.\n\nThird.\n';
const changes = (mine: string, theirs: string, from: string | undefined = base) =>
  mergeTexts(from, mine, theirs).filter(({ changed }) => changed !== 'nobody');

describe('two texts that were begun from one', () => {
  it('are joined where each changed another block, keys of the front matter too', () => {
    const mine = base.replace('First.', 'The first.');
    const theirs = base
      .replace('title: One', 'title: Uno')
      .replace('Third.\n', 'Third.\n\nFourth.\n');
    expect(changes(mine, theirs).map(({ changed }) => changed)).toEqual([
      'theirs',
      'mine',
      'theirs',
    ]);
    expect(mergedText(mergeTexts(base, mine, theirs), [])).toBe(
      '---\ntitle: Uno\nsummary: Two\n---\n\nThe first.\n\nSecond.\n\nThird.\n\nFourth.\n',
    );
  });

  it('ask a person where both changed a block, and lose nothing until they choose', () => {
    const mine = base.replace('Second.', 'Mine.');
    const theirs = base.replace('Second.', 'Theirs.');
    expect(changes(mine, theirs)).toEqual([
      { changed: 'both', mine: 'Mine.\n\n', theirs: 'Theirs.\n\n' },
    ]);
    const merged = mergeTexts(base, mine, theirs);
    expect(mergedText(merged, ['mine'])).toBe(mine);
    expect(mergedText(merged, ['theirs'])).toBe(theirs);
    expect(mergedText(merged, [])).toContain('Mine.\n\nTheirs.\n\nThird.');
  });

  it('need nobody where both did the same', () => {
    const same = base.replace('Second.\n\n', '');
    expect(mergedText(mergeTexts(base, same, same), [])).toBe(same);
    expect(changes(same, same)).toEqual([]);
  });

  it('leave every difference to a person where nobody knows what they were begun from', () => {
    const mine = base.replace('Second.', 'Mine.');
    expect(mergeTexts(undefined, mine, base).map(({ changed }) => changed)).toContain('both');
  });
});

describe('whatever the texts', () => {
  const random = randomFrom(15);
  const pick = (most: number) => Math.floor(random() * most);
  const text = () =>
    Array.from({ length: pick(9) }, () => ['a\n', 'b\n', '\n', 'c', '  \n', 'd\n\n'][pick(6)]).join(
      '',
    );
  const all = Array.from({ length: 300 }, () => [text(), text(), text()] as const);

  it('blocks are the text again', () => {
    for (const [one] of all) expect(textBlocks(one).join('')).toBe(one);
    expect(textBlocks(base).join('')).toBe(base);
  });

  it('a list that was compared is both lists', () => {
    for (const [one, other] of all) {
      const compared = compareLists([...one], [...other]);
      const side = (left: string) =>
        compared.flatMap(({ in: where, entry }) => (where === left ? [] : [entry])).join('');
      expect([side('second'), side('first')]).toEqual([one, other]);
    }
  });

  it('what only one of them changed comes through', () => {
    for (const [from, mine] of all) {
      expect(mergedText(mergeTexts(from, mine, from), [])).toBe(mine);
      expect(mergedText(mergeTexts(from, from, mine), [])).toBe(mine);
    }
  });

  it('each is there again for whoever takes all of it', () => {
    for (const [from, mine, theirs] of all) {
      const merged = mergeTexts(from, mine, theirs);
      expect(merged.map((one) => one.mine).join('')).toBe(mine);
      expect(merged.map((one) => one.theirs).join('')).toBe(theirs);
    }
  });
});

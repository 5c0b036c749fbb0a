import { describe, expect, it } from 'vitest';
import { describeRules, ruleEntries } from './describe-rules.ts';
import { markFaults } from '../mark-faults.ts';
import { rules } from './all-rules.ts';

describe('the list of rules for authors', () => {
  it('has every rule with its reason, and both examples where an author writes what it reads', () => {
    const entries = ruleEntries();
    expect(entries.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    for (const { id, why, failing, passing, finds } of entries) {
      expect(why, id).toMatch(/\.$/);
      if (failing.length === 0) continue;
      expect(passing.length, id).toBeGreaterThan(0);
      const texts = failing.map(({ text }) => text).join('\n');
      for (const words of finds) expect(texts, id).toContain(words.trim());
    }
  });

  it('is one list under three headings', () => {
    const text = describeRules();
    for (const { id } of rules) expect(text).toContain(`  ${id}\n`);
    expect(text.match(/^\S.*$/gm)).toHaveLength(3);
  });
});

describe('an example', () => {
  it('shows each of the words at fault where it stands', () => {
    expect(markFaults('here and here, there', ['here', 'here'])).toEqual([
      { words: 'here', isMarked: true },
      { words: ' and ', isMarked: false },
      { words: 'here', isMarked: true },
      { words: ', there', isMarked: false },
    ]);
    expect(markFaults('', ['x'])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { edition } from '../testing/content/write-content.ts';
import { parseText } from './parse-body.ts';

/** What parsing an edition reports, line by line; its text starts on line 9. */
function reported(text: string): string[] {
  const said: string[] = [];
  parseText(edition(text), 'newsletters', (line, { expected, found, remedy }) =>
    said.push(`${line}: Expected ${expected}. Found ${found}. ${remedy}`),
  );
  return said;
}

describe('a text that the parser would take the square of its size for', () => {
  it('is refused for its braces, where there are too many', () => {
    expect(reported('Words.\n{a}\n'.repeat(101))).toMatchInlineSnapshot(`
      [
        "210: Expected a text with at most 100 "{". Found 101 of them, the first beyond that here. Remove the program code, or what was pasted by mistake: a document is plain words.",
      ]
    `);
    expect(reported('{a} '.repeat(100)).join()).not.toContain('at most');
  });

  it('is refused for its tags, where there are too many', () => {
    expect(reported('<b>a\n'.repeat(1501))).toMatchInlineSnapshot(`
      [
        "1509: Expected a text with at most 1,500 "<". Found 1,501 of them, the first beyond that here. Paste the words of the page and not its HTML, or make several documents of it: each block is one or two of them.",
      ]
    `);
    expect(reported('a < b '.repeat(1500)).join()).not.toContain('at most');
  });

  it('is refused for its letters that are written as signs, where there are too many', () => {
    expect(reported('&amp;\n'.repeat(4001))).toMatchInlineSnapshot(`
      [
        "4009: Expected a text with at most 4,000 "&". Found 4,001 of them, the first beyond that here. Write the letters themselves, such as “é” and not "&eacute;".",
      ]
    `);
    expect(reported('&amp; '.repeat(4000))).toEqual([]);
  });

  it('is refused for a line that starts dozens of quotations or lists', () => {
    expect(reported(`Words.\n\n${'>'.repeat(60)} a`)).toMatchInlineSnapshot(`
      [
        "11: Expected a text whose lists, quotations and blocks stand a few deep within each other. Found one that is dozens deep. Take them apart: a list within a list is as much as readers can follow.",
      ]
    `);
    expect(reported(`${'- '.repeat(60)}a`)).toHaveLength(1);
    expect(reported(`${'>'.repeat(50)} a`)).toEqual([]);
    expect(reported('-'.repeat(500)).join()).toContain('a line across the page');
  });

  it('is told fewer of its faults the longer it is', () => {
    const told = (text: string) => reported(text).length;
    expect(told('<b>a\n\n'.repeat(40))).toBe(40);
    expect(told(`${'<b>a\n\n'.repeat(40)}${'words '.repeat(16_000)}`)).toBe(10);
  });
});

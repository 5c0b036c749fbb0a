import { describe, expect, it } from 'vitest';
import { bulleted, indented, paragraphs, wrapped } from './layout.ts';

const words = 'Nau mai ki te pānui o te ratonga taetae, e ngā kaimahi katoa o te motu nei.';

describe('plain text', () => {
  it('has an empty line between the paragraphs that are there', () => {
    expect(paragraphs('A', undefined, '', 'B\nC')).toBe('A\n\nB\nC');
    expect(paragraphs()).toBe('');
  });

  it('keeps the lines of a list entry level with its words', () => {
    expect(bulleted('one\ntwo')).toBe('- one\n  two');
    expect(bulleted('one\ntwo', '10. ')).toBe('10. one\n    two');
    expect(indented('one\ntwo', 4)).toBe('    one\n    two');
  });
});

describe('wrapping', () => {
  it('cuts lines between words at 72 characters and leaves shorter ones', () => {
    expect(wrapped(`${words}\n\nKia ora.`)).toBe(
      'Nau mai ki te pānui o te ratonga taetae, e ngā kaimahi katoa o te motu\nnei.\n\nKia ora.',
    );
    expect(wrapped('x'.repeat(71) + ' y')).toBe(`${'x'.repeat(71)}\ny`);
    expect(wrapped('x'.repeat(70) + ' y')).toBe(`${'x'.repeat(70)} y`);
  });

  it.each(['15 May 2026.', '0800 422 599', '+64 4 463 8000', '1 January to'])(
    'keeps a date or a phone number together: %s',
    (whole) => {
      const [first, ...others] = wrapped(`${'x'.repeat(71 - whole.length)} ${whole} Ka pai.`).split(
        '\n',
      );
      const kept = whole.replace(' to', '');
      expect([first, ...others].filter((line) => line?.includes(kept))).toHaveLength(1);
    },
  );

  it.each([
    ['', ''],
    ['- ', '  '],
    ['[ ] ', '    '],
    ['12. ', '    '],
    ['    ', '    '],
    ['  - ', '    '],
  ])('goes on level with the words after %j', (lead, hang) => {
    const [first = '', ...others] = wrapped(`${lead}${words} ${words}`).split('\n');
    expect(first.startsWith(`${lead}Nau`)).toBe(true);
    expect(others.length).toBeGreaterThan(0);
    for (const line of others) {
      expect(line.startsWith(hang) && line[hang.length] !== ' ').toBe(true);
    }
    expect([first, ...others].every((line) => line.length <= 72)).toBe(true);
  });

  it('never cuts an address, leaves one that is words of a sentence beside them, and loses no word', () => {
    const address = `https://news.example/${'long-'.repeat(20)}#anchor`;
    const text = `- ${words} ${address} ${words}\n${address}\n${address} ${words}`;
    const lines = wrapped(text).split('\n');
    expect(lines.filter((line) => line.includes(address))).toHaveLength(3);
    expect(lines.filter((line) => line.trim() === address)).toHaveLength(1);
    expect(lines.join(' ').split(/\s+/)).toEqual(text.split(/\s+/));
  });
});

import { describe, expect, it } from 'vitest';
import { plainText } from '../plain-text.ts';
import { type Edit, splice } from './splice.ts';

/** `original` with the first `from` of its text as it is read made into `to`. */
function edit(original: string, ...changes: [from: string, to: string][]): string {
  const text = plainText(original);
  return splice(
    original,
    changes.map(([from, to]): Edit => {
      const at = text.indexOf(from);
      return { from: at, to: at + from.length, text: to };
    }),
  );
}

describe('a file with one word changed', () => {
  it('keeps its line ends, and its first mark', () => {
    expect(edit('\uFEFFone\r\ntwo\r\nthree', ['two', '2'])).toBe('\uFEFFone\r\n2\r\nthree');
    expect(edit('one\rtwo\rthree\r', ['two', '2\n2'])).toBe('one\r2\r2\rthree\r');
    expect(edit('one\ntwo\r\n', ['one', '1'])).toBe('1\ntwo\r\n');
  });

  it('keeps macrons of other lines as they are written', () => {
    expect(edit('Nga\u0304\nma\u0304 mihi\n', ['mihi', 'aroha'])).toBe('Nga\u0304\nmā aroha\n');
  });

  it('keeps the lines around one that goes', () => {
    expect(edit('a\u0304\r\nb\r\nc\u0304\r\n', ['b\n', ''])).toBe('a\u0304\r\nc\u0304\r\n');
  });

  it('takes several changes of one line, and the first of two that overlap', () => {
    expect(edit('one two three\n', ['three', '3'], ['one', '1'])).toBe('1 two 3\n');
    expect(edit('one two three\n', ['one two', '12'], ['two three', '23'])).toBe('12 three\n');
  });

  it('is the same where nothing changes', () => {
    expect(splice('\uFEFFa\u0304\r\nb\n', [])).toBe('\uFEFFa\u0304\r\nb\n');
  });
});

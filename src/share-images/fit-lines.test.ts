import { describe, expect, it } from 'vitest';
import { fitLines } from './fit-lines.ts';

/* A font in which every character is half as wide as the size. */
const widthOf = (words: string) => words.length / 2;
const fit = (words: string, width: number, height: number) =>
  fitLines(words, { width, height }, [20, 10], 1, widthOf);

describe('words in a box', () => {
  it('are as large as they fit', () => {
    expect(fit('Guidance', 100, 20)).toEqual({ size: 20, lines: ['Guidance'] });
    expect(fit('Known issues', 100, 20)).toEqual({ size: 10, lines: ['Known issues'] });
  });

  it('stand in lines of about one length', () => {
    expect(fit('one two three four', 100, 40).lines).toEqual(['one two', 'three four']);
  });

  it('are never cut within a word while a smaller size has room', () => {
    expect(fit('Whakawhanaungatanga', 100, 40)).toEqual({
      size: 10,
      lines: ['Whakawhanaungatanga'],
    });
  });

  it('end in an ellipsis where they fit at no size', () => {
    expect(fit('one two three four five six seven', 50, 20)).toEqual({
      size: 10,
      lines: ['one two', 'three four…'],
    });
  });

  it('keep together what no-break spaces join', () => {
    expect(fit('News, 8\u00a0May\u00a02026', 100, 40).lines).toEqual([
      'News,',
      '8\u00a0May\u00a02026',
    ]);
  });
});

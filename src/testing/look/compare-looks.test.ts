import { describe, expect, it } from 'vitest';
import { compareLooks, comparePictures } from './compare-looks.ts';
import { fromPng, toPng } from './picture.ts';

const line = (tag: string, words: string, place = '24,12 312x31') =>
  `${tag} | ${place} | 24,12 592x31 | 26px/31.2px 700 | #14213d on #fbfaf7 | #ece9e1 on #0f1715\t${words}\n`;
const look = line('h2', 'In this edition') + line('a', 'One') + line('a', 'Two');

describe('two looks of a bulletin', () => {
  it('differ in nothing where they are the same, or a pixel apart', () => {
    expect(compareLooks(look, look)).toEqual([]);
    expect(compareLooks(look, look.replace('24,12 312x31', '25,11 312x32'))).toEqual([]);
  });

  it.each([
    [
      'a place, by more than a pixel',
      look.replace('24,12 312x31', '24,14 312x31'),
      ['<h2> “In this edition”, at 360 pixels: was 24,12 312x31, is 24,14 312x31'],
    ],
    [
      'a colour, by however little',
      look.replace('#ece9e1', '#ece9e2'),
      [
        '<h2> “In this edition”, colours in the dark: was #ece9e1 on #0f1715, is #ece9e2 on #0f1715',
      ],
    ],
    ['an element that is gone', look.replace(line('a', 'One'), ''), ['<a> “One” is gone']],
    [
      'an element that is gone, where another says the same further on',
      look.replace(line('h2', 'In this edition'), '') +
        line('h2', 'In this edition') +
        line('a', '4'),
      ['<h2> “In this edition” is gone', '<h2> “In this edition” is new', '<a> “4” is new'],
    ],
    ['an element that is new', look + line('a', 'Three'), ['<a> “Three” is new']],
    ['other words', look.replace('One', '1'), ['<a> “One” is gone', '<a> “1” is new']],
  ])('differ in %s', (_, other, found) => {
    expect(compareLooks(look, other)).toEqual(found);
  });
});

describe('two pictures of a bulletin', () => {
  const picture = (shade: number) => ({ width: 4, height: 3, colours: Buffer.alloc(36, shade) });

  it('are the same after one was kept as PNG', () => {
    const kept = fromPng(toPng(picture(200)));
    expect(kept).toMatchObject({ width: 4, height: 3 });
    expect(comparePictures(kept, picture(200))).toBeUndefined();
  });

  it('differ where a square is of another shade, or in size', () => {
    const other = picture(200);
    other.colours[4 * 3 + 1] = 100;
    expect(comparePictures(picture(200), other)).toBe(
      'the picture differs, first at 0 pixels from the left and 8 from the top',
    );
    expect(comparePictures(picture(200), { width: 4, height: 5, colours: Buffer.alloc(60) })).toBe(
      'the picture was 4 by 3 squares, is 4 by 5 squares',
    );
  });
});

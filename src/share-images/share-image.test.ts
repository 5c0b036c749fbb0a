import { describe, expect, it } from 'vitest';
import { publication } from '../publication/site.ts';
import { advanceOf, drawWords } from './draw-words.ts';
import { shareImage } from './share-image.ts';

const letter = (character: string) =>
  Buffer.from(drawWords(character, { size: 80, weight: 800 }).ink).toString('base64');

describe('a share image', () => {
  it('is a PNG of 1200 by 630 pixels', async () => {
    const png = shareImage('Guidance');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  it('differs with the title and is the same each time, also beside others', async () => {
    const titles = ['Pānui', 'Pānui', 'Panui', `Fish & <chips> "today"`, 'Fish'];
    const made = titles.map((title) => shareImage(title));
    const [once, again, ...others] = made.map((png) => png.toString('base64'));
    expect(again).toBe(once);
    expect(new Set([once, ...others]).size).toBe(4);
  });

  it.each([...'āēīōūĀĒĪŌŪ'])('has a letter of its own for %s', (character) => {
    const missing = letter('\u4e00');
    expect(letter(character)).not.toBe(missing);
    expect(letter(character)).not.toBe(letter(character.normalize('NFD').charAt(0)));
    expect(advanceOf(character, { weight: 800 })).toBeGreaterThan(0.2);
  });

  it('has every letter of the name of the organisation', () => {
    const missing = letter('\u4e00');
    for (const character of new Set(
      `${publication().name}${publication().organisation.mi}${publication().organisation.en}`,
    )) {
      if (character !== ' ') expect(letter(character), character).not.toBe(missing);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { site } from '../site.ts';
import { draw, widthOf } from './draw.ts';
import { shareImage } from './share-image.ts';

const letter = (character: string) =>
  Buffer.from(
    draw(
      `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><text x="10" y="80" font-size="80" font-weight="800">${character}</text></svg>`,
    ),
  ).toString('base64');

describe('a share image', () => {
  it('is a PNG of 1200 by 630 pixels', () => {
    const png = Buffer.from(shareImage('Guidance'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  it('differs with the title and is the same each time', () => {
    const image = (title: string) => Buffer.from(shareImage(title)).toString('base64');
    expect(image('Pānui')).toBe(image('Pānui'));
    expect(image('Pānui')).not.toBe(image('Panui'));
    expect(image(`Fish & <chips> "today"`)).not.toBe(image('Fish'));
  });

  it.each([...'āēīōūĀĒĪŌŪ'])('has a letter of its own for %s', (character) => {
    const missing = letter('\u4e00');
    expect(letter(character)).not.toBe(missing);
    expect(letter(character)).not.toBe(letter(character.normalize('NFD').charAt(0)));
    expect(widthOf(character)).toBeGreaterThan(0.2);
  });

  it('has every letter of the name of the organisation', () => {
    const missing = letter('\u4e00');
    for (const character of new Set(`${site.name}${site.organisation.mi}${site.organisation.en}`)) {
      if (character !== ' ') expect(letter(character), character).not.toBe(missing);
    }
  });
});

import { describe, expect, inject, it } from 'vitest';
import { readBulletin } from '../../src/delivery/bulletins/read-bulletin.ts';
import { drawBulletin } from './draw-bulletin.ts';

const light = { width: 360, dark: false, inverted: false, images: true };

describe('the picture of a bulletin', () => {
  it('is a PNG as wide as the window and as high as the bulletin, in the colours asked for', async () => {
    const out = inject('siteFolder');
    const { html } = await readBulletin(out, '2026-05-08', 'schools');
    const looks = [
      light,
      { ...light, dark: true },
      { ...light, inverted: true },
      { ...light, images: false },
    ];
    const pictures = [];
    for (const look of looks) pictures.push(await drawBulletin(html, out, look));
    for (const picture of pictures) {
      // PNG (ISO/IEC 15948): eight bytes of signature, then a chunk with width and height.
      expect(picture.subarray(1, 4).toString('latin1')).toBe('PNG');
      expect(picture.readUInt32BE(16)).toBe(360);
      expect(picture.readUInt32BE(20)).toBeGreaterThan(3000);
    }
    expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBe(4);
  });
});

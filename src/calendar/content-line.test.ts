import { describe, expect, it } from 'vitest';
import { asText, contentLine } from './content-line.ts';

describe('a line of a calendar file', () => {
  it('stays whole up to 75 octets', () => {
    const line = `SUMMARY:${'a'.repeat(67)}`;
    expect(contentLine(line)).toBe(`${line}\r\n`);
  });

  it('is folded at 75 octets, with a space before the rest', () => {
    expect(contentLine(`SUMMARY:${'a'.repeat(68)}`)).toBe(`SUMMARY:${'a'.repeat(67)}\r\n a\r\n`);
  });

  it.each(['ā', '–', '🐟'])('is never folded within a character such as %s', (character) => {
    const line = `DESCRIPTION:${character.repeat(200)}`;
    const folded = contentLine(line);
    expect(folded.replaceAll('\r\n ', '')).toBe(`${line}\r\n`);
    const lengths = folded.split('\r\n').map((one) => Buffer.byteLength(one));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
    expect(Math.max(...lengths)).toBeGreaterThan(70);
  });

  it('keeps signs of the format from ending a value', () => {
    expect(asText('Bring: one, two; C:\\notes\r\nand\nmore')).toBe(
      'Bring: one\\, two\\; C:\\\\notes\\nand\\nmore',
    );
  });
});

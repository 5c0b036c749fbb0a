import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readDrawing } from './read-drawing.ts';

const drawing = (markup: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${markup}</svg>`;

describe('a drawing', () => {
  it('is taken where it only draws and writes', async () => {
    const read = readDrawing(await readFile('content/files/from-request-to-case.svg', 'utf8'));
    expect(read).toMatchObject({ box: '0 0 1184 860', markup: expect.stringContaining('<text') });
  });

  it.each([
    ['<script>alert(1)</script>', '<script>'],
    ['<rect onload="alert(1)"/>', 'onload="alert(1)" in <rect onload="alert(1)"/>'],
    ['<a href="https://a.example"><text>Go</text></a>', '<a>'],
    ['<use href="#x"/>', '<use>'],
    ['<image href="https://a.example/x.png"/>', '<image>'],
    ['<style>*{display:none}</style>', '<style>'],
    ['<foreignObject></foreignObject>', '<foreignObject>'],
    [
      '<rect fill="url(https://a.example)"/>',
      'fill="url(https://a.example)" in <rect fill="url(https://a.example)"/>',
    ],
    ['<rect fill="#fff"/>', 'fill="#fff" in <rect fill="#fff"/>'],
    ['<rect style="color:red"/>', 'style="color:red" in <rect style="color:red"/>'],
    ['<g><text></g></text>', '</g> where it does not belong'],
    ['<g>', '<g> that nothing closes'],
    ['<rect x=1/>', '<rect x=1/>'],
    ['<!-- x -->', '<!-- x -->'],
    ['</svg><script>alert(1)</script><svg>', '</svg>'],
    ['<rect x="1" x="2" fill=\'red\'/>', '<rect x="1" x="2" fill=\'red\'/>'],
  ])('is refused with %s', (markup, found) =>
    expect(readDrawing(drawing(markup))).toEqual({ found }),
  );

  it('is refused without the element around it', () =>
    expect(readDrawing('<svg viewBox="0 0 1 1" onload="alert(1)"></svg>')).toEqual({
      found: 'no <svg xmlns="http://www.w3.org/2000/svg" viewBox="…"> around it',
    }));
});

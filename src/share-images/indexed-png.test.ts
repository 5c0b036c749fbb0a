import { deflateSync, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { blankCanvas, fill } from './canvas.ts';
import { indexedPng } from './indexed-png.ts';

it('writes chunks that a reader of PNG takes, line by line', () => {
  const canvas = blankCanvas(3, 2);
  fill(canvas, { x: 1, y: 1, width: 2, height: 1 }, 1);
  const png = indexedPng(canvas, [255, 255, 255, 20, 33, 61], deflateSync(canvas.lines));
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    chunks.set(
      png.toString('latin1', at + 4, at + 8),
      png.subarray(at + 8, at + 8 + png.readUInt32BE(at)),
    );
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
  expect([...(chunks.get('PLTE') ?? [])]).toEqual([255, 255, 255, 20, 33, 61]);
  expect([...inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))]).toEqual([0, 0, 0, 0, 0, 0, 1, 1]);
});

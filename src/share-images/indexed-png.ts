import { crc32 } from 'node:zlib';
import type { Canvas } from './canvas.ts';

/**
 * A picture of at most 256 colours as PNG (ISO/IEC 15948). A palette keeps the file a third as big as
 * full colour, and compressing it a tenth of the work.
 * @param palette red, green and blue of each colour
 * @param compressed the lines of the canvas as zlib compresses them
 */
export function indexedPng(
  { width, height }: Pick<Canvas, 'width' | 'height'>,
  palette: readonly number[],
  compressed: Buffer,
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', compressed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

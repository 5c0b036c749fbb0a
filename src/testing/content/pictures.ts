import { deflateSync } from 'node:zlib';
import { indexedPng } from '../../share-images/indexed-png.ts';

/* Pictures with nothing on them, for tests. */

/** A PNG picture; `animated` puts an animation control chunk (acTL) before its pixels. */
export function png(width: number, height: number, animated = false): Buffer {
  const lines = deflateSync(new Uint8Array((width + 1) * height));
  const whole = indexedPng({ width, height }, [0, 0, 0], lines);
  const afterHeader = 33;
  const control = Buffer.concat([Buffer.from([0, 0, 0, 8]), Buffer.from('acTL'), Buffer.alloc(12)]);
  return Buffer.concat([
    whole.subarray(0, afterHeader),
    ...(animated ? [control] : []),
    whole.subarray(afterHeader),
  ]);
}

/** The head of a JPEG picture; `tags` are those of the Exif directory, each with its value. */
export function jpeg(
  width: number,
  height: number,
  tags: readonly (readonly [tag: number, value: number])[] = [],
): Buffer {
  const frame = Buffer.from('ffc0001108000000000301220002110103110100', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from('ffd8', 'hex'), exif(tags), frame, Buffer.from('ffd9', 'hex')]);
}

function exif(tags: readonly (readonly [number, number])[]): Buffer {
  if (tags.length === 0) return Buffer.alloc(0);
  const directory = Buffer.alloc(2 + tags.length * 12 + 4);
  directory.writeUInt16BE(tags.length);
  tags.forEach(([tag, value], index) => {
    directory.writeUInt16BE(tag, 2 + index * 12);
    directory.writeUInt16BE(3, 4 + index * 12);
    directory.writeUInt32BE(1, 6 + index * 12);
    directory.writeUInt16BE(value, 10 + index * 12);
  });
  const body = Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\b', 'latin1'), directory]);
  const head = Buffer.from('ffe10000', 'hex');
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

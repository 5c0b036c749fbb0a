import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { zipFiles } from './zip-files.ts';

/** What a program finds that reads a ZIP file from its end, as they do. */
function unpack(zip: Buffer): Map<string, Buffer> {
  const end = zip.length - 22;
  expect(zip.readUInt32LE(end)).toBe(0x06054b50);
  let at = zip.readUInt32LE(end + 16);
  expect(at + zip.readUInt32LE(end + 12)).toBe(end);
  const found = new Map<string, Buffer>();
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50);
    const [size, nameLength] = [zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28)];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    expect(zip.readUInt32LE(local)).toBe(0x04034b50);
    const start = local + 30 + zip.readUInt16LE(local + 26);
    const bytes = zip.subarray(start, start + size);
    expect(zip.readUInt32LE(at + 16)).toBe(crc32(bytes));
    found.set(name, bytes);
    at += 46 + nameLength;
  }
  return found;
}

it('packs files so that they come out as they were', () => {
  const files = new Map([
    ['bulletin.txt', Buffer.from('Kia ora, ngā mihi.\n')],
    ['source/newsletters/pānui.mdx', Buffer.alloc(70_000, 'x')],
    ['empty', Buffer.alloc(0)],
  ]);
  expect(unpack(zipFiles(files))).toEqual(files);
});

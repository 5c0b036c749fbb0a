import { inflateRawSync } from 'node:zlib';
import { BadInput } from '../../problems/problem.ts';

/* Far more than a newsletter of a dozen photos. A part of XML takes many times its size in memory. */
const mostParts = 2000;
const mostOfPart = 4_000_000;
const mostOfAll = 60_000_000;

/**
 * The parts of a ZIP archive (APPNOTE 6.3.10) by name, each inflated here, so that no size that the archive claims
 * is believed. Nothing is written anywhere.
 * @param isText which parts are read as text, of which each may be less large
 * @throws {BadInput} for one that is cut short, asks for a password, holds far more than a document, or names
 *   a part outside itself
 */
export function unzip(
  bytes: Buffer,
  file: string,
  isText: (name: string) => boolean,
): Map<string, Buffer> {
  const refuse = (found: string, remedy = again): BadInput =>
    new BadInput([{ file, expected: 'a Word document that is whole', found, remedy }]);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) throw refuse('one that is cut short');
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostParts) throw refuse(`one of ${count.toLocaleString('en-NZ')} parts`);
  const parts = new Map<string, Buffer>();
  let total = 0;
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) {
      throw refuse('one that is cut short or damaged');
    }
    const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
    const packed = bytes.readUInt32LE(at + 20);
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, nameEnd);
    const local = bytes.readUInt32LE(at + 42);
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (flags & 1) throw refuse('one that asks for a password', 'Save it without a password.');
    if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(name)) {
      throw refuse(
        `a part that leads outside of it, “${name}”`,
        'Do not open it: ask who sent it.',
      );
    }
    if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== 0x04034b50) {
      throw refuse('one that is cut short or damaged');
    }
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    if (from + packed > bytes.length) throw refuse('one that is cut short');
    const most = Math.min(isText(name) ? mostOfPart : mostOfAll, mostOfAll - total);
    const part = inflate(bytes.subarray(from, from + packed), method, most);
    if (part === 'too much') {
      throw refuse(
        `one that unpacks to far more than a document, at ${name}`,
        'Copy its words into a new document, and import that.',
      );
    }
    if (part === 'damaged') throw refuse(`one that is damaged, at ${name}`);
    total += part.length;
    parts.set(name, part);
  }
  return parts;
}

const again = 'Open it in Word, save it again as a Word document (.docx), and import that.';

function inflate(packed: Buffer, method: number, most: number): Buffer | 'too much' | 'damaged' {
  if (method === 0) return packed.length > most ? 'too much' : packed;
  if (method !== 8) return 'damaged';
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const code = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too much' : 'damaged';
  }
}

import type { ContentFile } from './content-file.ts';
import { exifOf } from './exif.ts';

/* What a phone on a slow line can wait for, and what the widest screen can show. */
const mostBytes = 500_000;
const mostPixels = 2400;

type Read = Pick<ContentFile, 'pixels' | 'fault'>;

/**
 * The size in pixels of a PNG (ISO/IEC 15948) or JPEG (ITU-T T.81) picture, or why it cannot be shown:
 * one that moves (WCAG 2.2, 2.2.2), lies on its side, says where it was taken, or is too large.
 */
export function readPicture(
  bytes: Buffer,
  { name, kind }: Pick<ContentFile, 'name' | 'kind'>,
): Read {
  const pixels = kind === 'PNG' ? pngSize(bytes) : jpegSize(bytes);
  const refuse = (expected: string, found: string, remedy: string): Read => ({
    fault: { expected, found: `${name}, ${found}`, remedy },
  });
  if (!pixels || pixels.width === 0 || pixels.height === 0) {
    return refuse(`a whole ${kind} picture`, 'which ends too soon', 'Save the picture again.');
  }
  if (kind === 'PNG' && isAnimated(bytes)) {
    return refuse(
      'a picture that stands still',
      'which moves',
      'Save one frame of it: movement keeps some people from reading.',
    );
  }
  const { sideways, place } = kind === 'JPEG' ? exifOf(bytes) : {};
  if (sideways) {
    return refuse(
      'a picture stored upright',
      'which mail programs would show on its side',
      'Open it, turn it, and save it again.',
    );
  }
  if (place) {
    return refuse(
      'a picture without the place where it was taken',
      'which tells everybody the place',
      'Export it for the web, without location.',
    );
  }
  if (bytes.length > mostBytes || Math.max(pixels.width, pixels.height) > mostPixels) {
    const thousands = (count: number) => count.toLocaleString('en-NZ');
    return refuse(
      `a picture of at most ${mostBytes / 1000} KB and ${thousands(mostPixels)} pixels each way`,
      `of ${thousands(Math.ceil(bytes.length / 1000))} KB, ${thousands(pixels.width)} by ${thousands(pixels.height)} pixels`,
      'Make it smaller: 1,200 pixels wide is enough for a sharp picture on the page and in an email.',
    );
  }
  return { pixels };
}

/* The first chunk, IHDR, starts with width and height. */
const pngSize = (bytes: Buffer) =>
  bytes.length < 33 ? undefined : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };

/* An animation control chunk stands before the picture itself (APNG). */
function isAnimated(bytes: Buffer): boolean {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'acTL') return true;
    if (type === 'IDAT') return false;
  }
  return false;
}

/* A start-of-frame segment, of whatever coding, holds height and width. */
function jpegSize(bytes: Buffer): { width: number; height: number } | undefined {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

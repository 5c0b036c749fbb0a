const orientationTag = 0x0112;
const locationTag = 0x8825;

/** What a camera noted in a JPEG that a publisher must know. */
export interface Exif {
  /** The pixels are stored turned, and programs must turn them back. */
  sideways?: boolean;
  /** It says where it was taken. */
  place?: boolean;
}

/**
 * Reads the first directory of the Exif segment (CIPA DC-008, 4.6); nothing where there is none. By hand, as it
 * asks for two tags and no values: what libraries read hundreds for.
 */
export function exifOf(jpeg: Buffer): Exif {
  for (let at = 2; at + 4 < jpeg.length && jpeg[at] === 0xff; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg[at + 1];
    if (marker === 0xda) return {};
    const isExif = marker === 0xe1 && jpeg.toString('latin1', at + 4, at + 10) === 'Exif\0\0';
    if (isExif) return readDirectory(jpeg.subarray(at + 10, at + 2 + jpeg.readUInt16BE(at + 2)));
  }
  return {};
}

function readDirectory(tiff: Buffer): Exif {
  if (tiff.length < 10) return {};
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const exif: Exif = {};
  if (start + 2 > tiff.length) return exif;
  for (let entry = 0; entry < short(start); entry++) {
    const at = start + 2 + entry * 12;
    if (at + 12 > tiff.length) return exif;
    if (short(at) === orientationTag) exif.sideways = short(at + 8) > 1;
    if (short(at) === locationTag) exif.place = true;
  }
  return exif;
}

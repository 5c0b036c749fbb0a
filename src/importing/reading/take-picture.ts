import { basename, extname } from 'node:path';
import { slug } from '../../document/slug.ts';
import { readPicture } from '../../files/read-picture.ts';
import { block } from '../nodes.ts';
import type { Notes } from '../notes.ts';
import type { Picture } from '../source.ts';
import type { TakePicture } from './read-elements.ts';

/**
 * Takes the pictures that came with a source into the draft, and notes those that did not.
 * @param attached what came with it, by address
 */
export function pictureTaker(
  file: string,
  notes: Notes,
  attached: ReadonlyMap<string, Uint8Array>,
): { takePicture: TakePicture; pictures: Picture[] } {
  const pictures: Picture[] = [];
  const stem = slug(basename(file, extname(file))) || 'imported';
  const takePicture: TakePicture = (address, written) => {
    const alt = written?.replaceAll(/\s+/g, ' ').trim();
    const bytes = bytesOf(address, attached);
    const kind = bytes && kindOf(bytes);
    if (!bytes || !kind) {
      const what = alt ? `“${alt}”` : 'without words';
      const where = /^https?:/i.test(address) ? ` from ${address}` : '';
      notes.toDo.push(`Bring the picture ${what}${where} in by hand, or leave it out.`);
      if (alt) notes.leftOut.push({ words: alt, why: 'a picture that did not come with the file' });
      return undefined;
    }
    const name = `${stem}-${pictures.length + 1}.${kind}`;
    const { fault } = readPicture(Buffer.from(bytes), {
      name,
      kind: kind === 'png' ? 'PNG' : 'JPEG',
    });
    if (fault) {
      notes.toDo.push(`Bring a picture in by hand: the file has ${fault.found}. ${fault.remedy}`);
      if (alt) notes.leftOut.push({ words: alt, why: 'a picture that cannot be shown as it is' });
      return undefined;
    }
    pictures.push({ name, bytes });
    if (!alt) notes.toDo.push(`Say in words what the picture ${name} tells.`);
    return block('Picture', { file: name, alt: alt || 'TBC: what the picture tells, in words' });
  };
  return { takePicture, pictures };
}

function bytesOf(
  address: string,
  attached: ReadonlyMap<string, Uint8Array>,
): Uint8Array | undefined {
  const data = /^data:image\/(?:png|jpeg);base64,([a-z0-9+/=\s]+)$/i.exec(address)?.[1];
  return data === undefined ? attached.get(address) : Buffer.from(data, 'base64');
}

/** PNG or JPEG by their first bytes, whatever their name says: nothing else is shown. */
function kindOf(bytes: Uint8Array): 'png' | 'jpg' | undefined {
  const starts = (...signature: number[]) =>
    signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  return starts(0xff, 0xd8, 0xff) ? 'jpg' : undefined;
}

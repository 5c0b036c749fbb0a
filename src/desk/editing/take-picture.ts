import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { errorCode } from '../../disk/error-code.ts';
import { slug } from '../../document/slug.ts';
import { fileKindOf, isOfKind, unshownPicture } from '../../files/file-kinds.ts';
import { filesFolder } from '../../files/read-files.ts';
import { readPicture } from '../../files/read-picture.ts';
import type { TakenPicture } from '../protocol/choices.ts';

/**
 * Puts a picture into the folder of files. One that is there already is not put there twice, and none takes
 * the place of another.
 * @param name what its file was called; the name in the folder follows from it
 */
export async function takePicture(
  folder: string,
  name: string,
  bytes: Buffer,
): Promise<TakenPicture> {
  const kind = fileKindOf(name);
  if (kind !== 'PNG' && kind !== 'JPEG') {
    return {
      message: `Expected a picture in PNG or JPEG; found ${unshownPicture(name) ?? `"${name}"`}.`,
      remedy: 'Save it as PNG (drawings) or JPEG (photographs), and drop that file here.',
    };
  }
  if (!isOfKind(bytes, kind)) {
    return {
      message: `Expected a ${kind} picture under the name ${name}; found a file of another kind.`,
      remedy: `Save it again as ${kind}: another name does not change what is inside.`,
    };
  }
  const { fault } = readPicture(bytes, { name, kind });
  if (fault) {
    return { message: `Expected ${fault.expected}; found ${fault.found}.`, remedy: fault.remedy };
  }
  const ending = extname(name).toLowerCase();
  const stem = slug(name.slice(0, -ending.length)) || 'picture';
  await mkdir(join(folder, filesFolder), { recursive: true });
  for (let number = 1; ; number++) {
    const file = `${stem}${number === 1 ? '' : `-${number}`}${ending}`;
    const place = join(folder, filesFolder, file);
    try {
      await writeFile(place, bytes, { flag: 'wx' });
      return { file };
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
      if ((await readFile(place)).equals(bytes)) return { file };
    }
  }
}

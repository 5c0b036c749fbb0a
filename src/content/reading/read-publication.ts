import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../../disk/error-code.ts';
import { sumOf } from '../../disk/read-file.ts';
import { parseYaml } from '../../document/yaml/parse-yaml.ts';
import { BadInput } from '../../problems/problem.ts';
import type { Publication } from '../../publication/site.ts';
import { publicationSchema } from '../../schemas/publication.ts';
import { decodeText } from './read-text.ts';

/** A publication, and where in its file each key stands. */
export interface ReadPublication {
  /** The SHA-256 of the bytes that were read. */
  sum: string;
  publication: Publication;
  file: string;
  lineOf: (path: readonly PropertyKey[]) => number;
}

/**
 * Reads `site.yaml` of a content folder: at once, because even a schema may have to know the audiences.
 * @throws {BadInput} with everything that is wrong with it
 */
export function readPublication(folder: string): ReadPublication {
  const file = join(folder, 'site.yaml');
  const bytes = readBytes(file);
  const text = decodeText(file, bytes);
  if (typeof text !== 'string') throw new BadInput([text]);
  const parsed = parseYaml(text, publicationSchema, file);
  if ('problems' in parsed) throw new BadInput(parsed.problems);
  return { publication: parsed.data, sum: sumOf(bytes), file, lineOf: parsed.lineOf };
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = errorCode(error);
    throw new BadInput([
      {
        file,
        expected: 'the file with the names, audiences, sender and colours of the publication',
        found: code === 'ENOENT' ? 'no such file' : `one that cannot be read (${code})`,
        remedy:
          'Copy content/site.yaml of the sample there and write your own names into it, or set PANUI_CONTENT to the folder that holds it.',
      },
    ]);
  }
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLeftBehind } from '../disk/left-behind.ts';
import type { Reading } from '../disk/reading.ts';
import { type ReadFiles, stampOf, sumOf } from '../disk/read-file.ts';
import type { Problem } from '../problems/problem.ts';
import type { ContentFile } from './content-file.ts';
import { endings, isOfKind, fileKindOf, unshownPicture } from './file-kinds.ts';
import { readDrawing, type Drawing } from './read-drawing.ts';
import { readPicture } from './read-picture.ts';

/** The folder of files, in the content folder. */
export const filesFolder = 'files';

/**
 * Reads the files that documents may link to and show, by name.
 * @param root the content folder; it need not hold any files
 * @param reading takes each file that has no place there, and which bytes were read
 */
export async function readFiles(
  root: string,
  { problems, read }: Reading,
): Promise<Map<string, ContentFile>> {
  const folder = join(root, filesFolder);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files = new Map<string, ContentFile>();
  const names = new Set(entries.map(({ name }) => name));
  for (const entry of entries.toSorted((a, b) => a.name.localeCompare(b.name))) {
    const { name } = entry;
    const file = join(folder, name);
    if (isLeftBehind(name) || isDrawingOf(name, names)) continue;
    const words = entry.isFile() ? misnamed(name) : subfolder(name);
    const kind = fileKindOf(name);
    if (words) problems.push({ file, ...words });
    else if (kind) files.set(name, await readOne(name, file, kind, read));
    const drawing = name.replace(/\.png$/, '.svg');
    const one = files.get(name);
    if (one && drawing !== name && names.has(drawing)) {
      const drawn = await readDrawingAt(join(folder, drawing), problems, read);
      if (drawn) files.set(name, { ...one, drawing: drawn });
    }
  }
  return files;
}

/* A drawing beside the picture that mail programs show of it. */
const isDrawingOf = (name: string, names: ReadonlySet<string>) =>
  name.endsWith('.svg') && names.has(name.replace(/\.svg$/, '.png'));

async function readDrawingAt(
  file: string,
  problems: Problem[],
  read: ReadFiles,
): Promise<Drawing | undefined> {
  const stamp = await stampOf(file);
  const bytes = await readFile(file);
  if (stamp !== undefined) read.set(file, { sum: sumOf(bytes), stamp });
  const drawing = readDrawing(bytes.toString('utf8'));
  if ('markup' in drawing) return drawing;
  problems.push({
    file,
    expected:
      'a drawing of shapes and words alone, in colours of the page such as fill="var(--ink)"',
    found: drawing.found,
    remedy: 'Take it out. A drawing can hold no style, script, link or picture.',
  });
  return undefined;
}

async function readOne(
  name: string,
  file: string,
  kind: ContentFile['kind'],
  read: ReadFiles,
): Promise<ContentFile> {
  const stamp = await stampOf(file);
  const bytes = await readFile(file);
  if (stamp !== undefined) read.set(file, { sum: sumOf(bytes), stamp });
  const found = { name, file, kind, bytes: bytes.length };
  if (!isOfKind(bytes, kind)) {
    return {
      ...found,
      fault: {
        expected: `a ${kind} file under the name ${name}`,
        found: bytes.length === 0 ? 'an empty file' : 'a file of another kind',
        remedy: `Save it again as ${kind}: another name does not change what is inside.`,
      },
    };
  }
  return kind === 'PNG' || kind === 'JPEG' ? { ...found, ...readPicture(bytes, found) } : found;
}

function misnamed(name: string): Omit<Problem, 'file'> | undefined {
  const picture = unshownPicture(name);
  if (picture) {
    return {
      expected: 'pictures in PNG or JPEG',
      found: `${name}, a picture in ${picture}`,
      remedy: `Many mail programs do not show ${picture}. Save it as PNG (drawings) or JPEG (photographs), and put that file here.`,
    };
  }
  if (!fileKindOf(name)) {
    return {
      expected: `files that end with ${endings.join(', ')}`,
      found: name,
      remedy: 'Save it as one of these, or remove it.',
    };
  }
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z]+$/.test(name)) return undefined;
  return {
    expected: 'a file name of lower-case letters, digits and hyphens',
    found: `"${name}"`,
    remedy: 'Rename the file: its name is part of its address.',
  };
}

const subfolder = (name: string): Omit<Problem, 'file'> => ({
  expected: 'files, and no folders between them',
  found: `the folder ${name}`,
  remedy: 'Move its files up, so that each has one short address.',
});

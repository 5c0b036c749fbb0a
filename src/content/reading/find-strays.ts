import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isLeftBehind } from '../../disk/left-behind.ts';
import { fileKindOf } from '../../files/file-kinds.ts';
import { filesFolder } from '../../files/read-files.ts';
import { closest } from '../../problems/closest.ts';
import type { Problem } from '../../problems/problem.ts';
import { collections, lists } from '../collections.ts';

const folders = [...new Set(Object.values(collections).map(({ folder }) => folder)), filesFolder];
const listFiles = Object.keys(lists);
const ending = '.mdx';

/* A folder of anything else may be the output of a program, or somebody's drawings. */
const document = /\.(?:mdx?|markdown)(?:\.\w+)?$/i;

/* For those who look into the folder. */
const forPeople = /^(?:README|LICEN[CS]E)(?:\.\w+)?$/i;

/** Names every file and folder of the content folder that nothing reads: a document, misnamed, would be missing. */
export async function findStrays(root: string): Promise<Problem[]> {
  const entries = await namesIn(root);
  const found = await Promise.all(
    entries.map(async ({ name, isFolder }): Promise<Problem[]> => {
      if (folders.includes(name)) return name === filesFolder ? [] : straysIn(root, name);
      if (listFiles.includes(name) || (!isFolder && forPeople.test(name))) return [];
      if (!isFolder) return [strayList(root, name)];
      const isMissed = (path: string) =>
        document.test(path) || closest(name, folders) !== undefined;
      const below = await filesBelow(join(root, name));
      return below.some(isMissed) ? [strayFolder(root, name)] : [];
    }),
  );
  return found.flat();
}

interface Entry {
  name: string;
  isFolder: boolean;
}

async function namesIn(folder: string): Promise<Entry[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter(({ name }) => !isLeftBehind(name))
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every file in a folder and those within it, by its path in it; a folder with the name of a document counts. */
async function filesBelow(folder: string, path = ''): Promise<string[]> {
  const entries = await namesIn(join(folder, path)).catch(() => []);
  const found = await Promise.all(
    entries.map(({ name, isFolder }) =>
      isFolder && !name.endsWith(ending) ? filesBelow(folder, join(path, name)) : join(path, name),
    ),
  );
  return found.flat();
}

async function straysIn(root: string, folder: string): Promise<Problem[]> {
  const paths = await filesBelow(join(root, folder));
  return paths
    .filter((path) => !path.endsWith(ending))
    .map((path) => {
      const name = path.slice(path.lastIndexOf(sep) + 1);
      return {
        file: join(root, folder, path),
        expected: `documents that end with ${ending} in the folder ${folder}`,
        found: `"${name}", which nothing reads`,
        remedy: remedyFor(name, new Set(paths), path),
      };
    });
}

function remedyFor(name: string, paths: ReadonlySet<string>, path: string): string {
  // "x.mdx.txt" of Notepad, "x.md", "x.MDX"; "x" and "x.markdown" too.
  const stem = name.replace(/(?:\.(?:mdx?|markdown|txt))+$/i, '');
  if (stem !== name || !name.includes('.')) {
    const right = `${stem}${ending}`;
    return paths.has(`${path.slice(0, path.length - name.length)}${right}`)
      ? `Remove it, or move it out of the content folder: ${right} is there already.`
      : `Rename it to ${right}.`;
  }
  if (fileKindOf(name))
    return `Move it into the folder ${filesFolder} if readers are to get it, or else out of the content folder.`;
  return 'Write its words into a document, and move it out of the content folder.';
}

function strayList(root: string, name: string): Problem {
  const meant = closest(name, listFiles) ?? closest(name.replace(/\.\w+$/, ''), listFiles);
  const kind = fileKindOf(name);
  return {
    file: join(root, name),
    expected: `only these files in the content folder: ${listFiles.join(', ')}`,
    found: `"${name}", which nothing reads`,
    remedy: meant
      ? `Did you mean ${meant}? Rename it, or put what it says into that file.`
      : kind
        ? `Move it into the folder ${filesFolder}.`
        : /\.(?:mdx?|txt)$/i.test(name)
          ? `Move it into the folder of its kind, such as ${folders[0]}, as a file that ends with ${ending}.`
          : 'Move it out of the content folder, or remove it.',
  };
}

function strayFolder(root: string, name: string): Problem {
  const meant = closest(name, folders);
  return {
    file: join(root, name),
    expected: `only these folders in the content folder: ${folders.join(', ')}`,
    found: `"${name}", which nothing reads`,
    remedy: meant
      ? `Did you mean ${meant}? Rename it, or move what is in it there.`
      : 'Move what is in it into one of these, or move the folder out of the content folder.',
  };
}

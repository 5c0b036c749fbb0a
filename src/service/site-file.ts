import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What a path of the site leads to. */
export type SiteFile =
  | { kind: 'file'; file: string; etag: string; modified: Date }
  /** A folder asked for without its closing slash. */
  | { kind: 'folder' }
  | { kind: 'none' };

/**
 * Finds the file of a path of the site under the folder `out`: a folder stands for its index.html.
 * Nothing outside the folder, hidden or reached by a link out of it is ever found.
 * @param path as it stands in the address, percent-encoded
 */
export async function findSiteFile(out: string, path: string): Promise<SiteFile> {
  const name = decode(path);
  if (name === undefined || !isPlain(name)) return { kind: 'none' };
  const wanted = await look(out, name);
  if (wanted?.isDirectory && !name.endsWith('/')) return { kind: 'folder' };
  const found = name.endsWith('/') ? await look(out, `${name}index.html`) : wanted;
  if (!found || found.isDirectory) return { kind: 'none' };
  const { file, size, modified } = found;
  const etag = `W/"${size.toString(36)}-${modified.getTime().toString(36)}"`;
  return { kind: 'file', file, etag, modified };
}

/** The bytes of a file of the site; undefined where there is none. */
export async function readSiteFile(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(file));
  } catch {
    return undefined;
  }
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** No empty, hidden or upward step, no backslash, colon (a drive) or NUL. */
function isPlain(name: string): boolean {
  const steps = name.split('/').slice(1);
  const sound = steps.every((step, at) =>
    step === '' ? at === steps.length - 1 : !step.startsWith('.'),
  );
  return name.startsWith('/') && sound && !/[\\:\0]/.test(name);
}

async function look(out: string, name: string) {
  try {
    const root = await realpath(out);
    const file = await realpath(join(root, name));
    if (file !== root && !file.startsWith(`${root}${sep}`)) return undefined;
    const entry = await stat(file);
    return { file, size: entry.size, modified: entry.mtime, isDirectory: entry.isDirectory() };
  } catch {
    return undefined;
  }
}

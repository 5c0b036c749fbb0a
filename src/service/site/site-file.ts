import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { errorCode } from '../../disk/error-code.ts';

/** What a path of the site leads to. */
export type SiteFile =
  | FoundFile
  /** A folder asked for without its closing slash. */
  | { kind: 'folder' }
  | { kind: 'none' }
  /** There is no site: none was built, or it is being replaced at this moment. */
  | { kind: 'away' };

export interface FoundFile {
  kind: 'file';
  /** Where it is, without links. */
  file: string;
  /** In bytes. */
  size: number;
  modified: Date;
  /** Changes whenever the file does or another takes its place. */
  version: string;
}

/**
 * Finds the file of a path of the site under the folder `out`: a folder stands for its index.html.
 * Nothing outside the folder, hidden or reached by a link out of it is ever found.
 * @param name the path, decoded
 * @throws {Error} when the disk or the system does not say whether there is one
 */
export async function findSiteFile(out: string, name: string): Promise<SiteFile> {
  if (!isPlain(name)) return { kind: 'none' };
  const before = await rootOf(out);
  if (!before) return { kind: 'away' };
  const wanted = await look(before.root, name.endsWith('/') ? `${name}index.html` : name);
  if (!wanted) {
    // What was not there while one site took the place of another may be there now.
    const after = await rootOf(out);
    return { kind: after?.ino === before.ino ? 'none' : 'away' };
  }
  if (!wanted.isDirectory) return wanted.found;
  return { kind: name.endsWith('/') ? 'none' : 'folder' };
}

async function rootOf(out: string) {
  const root = await unlessMissing(realpath(out));
  const entry = root === undefined ? undefined : await unlessMissing(stat(root));
  return root !== undefined && entry ? { root, ino: entry.ino } : undefined;
}

/** No empty, hidden or upward step, no backslash, colon (a drive) or NUL. */
function isPlain(name: string): boolean {
  const steps = name.split('/').slice(1);
  const sound = steps.every((step, at) =>
    step === '' ? at === steps.length - 1 : !step.startsWith('.'),
  );
  return name.startsWith('/') && sound && !/[\\:\0]/.test(name);
}

async function look(root: string, name: string) {
  const file = await unlessMissing(realpath(join(root, name)));
  if (file === undefined || (file !== root && !file.startsWith(`${root}${sep}`))) return undefined;
  const entry = await unlessMissing(stat(file));
  if (!entry) return undefined;
  const { size, mtime, mtimeMs, ino } = entry;
  const found: FoundFile = {
    kind: 'file',
    file,
    size,
    modified: mtime,
    version: `${file} ${ino} ${size} ${mtimeMs}`,
  };
  return { isDirectory: entry.isDirectory(), found };
}

/* What the system says of a name that leads nowhere. Any other error is a fault, not an answer. */
const missing: ReadonlySet<string | undefined> = new Set([
  'ENOENT',
  'ENOTDIR',
  'ENAMETOOLONG',
  'ELOOP',
  'EISDIR',
]);

/** What `work` gives; undefined where there is no such file or folder. */
export async function unlessMissing<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if (missing.has(errorCode(error))) return undefined;
    throw error;
  }
}

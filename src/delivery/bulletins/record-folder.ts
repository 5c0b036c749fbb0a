import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Audience } from '../../publication/site.ts';

/** What a complete record holds, by file or folder, and what each is. */
export const recordFiles = {
  source: 'what the authors wrote: the edition and all that it quotes',
  'bulletin.json': 'the bulletin with its subject, sender and hash',
  'bulletin.html': 'its HTML part',
  'bulletin.txt': 'its text part',
  'approvals.json': 'who approved it, and when',
  'list.json': 'how many people were on the list, and how many were left out and why',
  'result.json': 'what became of the messages',
} as const;

export type RecordFile = keyof typeof recordFiles;

/** The file that holds the SHA-256 of each other, a line each, as `sha256sum --check` reads it. */
export const checksumFile = 'SHA256SUMS';

/** Where the record of one bulletin is, under the folder `data` (`PANUI_DATA`). */
export const recordFolder = (data: string, edition: string, audience: Audience) =>
  join(data, 'records', edition, audience);

export const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

/** The text of the checksum file over these files. */
export function checksums(files: ReadonlyMap<string, Buffer>): string {
  const lines = [...files].map(([name, bytes]) => [name, `${sha256(bytes)}  ${name}\n`] as const);
  return lines
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => line)
    .join('');
}

/** Every file in the folder of a record by its path with slashes; undefined where there is no record. */
export async function readRecordFiles(folder: string): Promise<Map<string, Buffer> | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    () => undefined,
  );
  if (!entries) return undefined;
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted();
  const read = files.map(
    async (file) =>
      [file.slice(folder.length + 1).replaceAll(sep, '/'), await readFile(file)] as const,
  );
  return new Map(await Promise.all(read));
}

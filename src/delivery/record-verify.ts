import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bulletin, bulletinSchema, hashBulletin } from '../schemas/bulletin.ts';
import { checksumFile, recordFiles, sha256, type RecordFile } from './record-folder.ts';

/** What one record holds and whether it is as it was kept. */
export interface RecordReport {
  folder: string;
  /** The hash of the bulletin on record, if that can be read. */
  hash: string | undefined;
  files: { name: string; bytes: number }[];
  /** What a complete record has and this one has not yet. */
  missing: RecordFile[];
  /** Everything that was changed, lost or added since it was kept: a sentence each. */
  faults: string[];
}

/** Holds a record against its checksums, and the bulletin in it against its own hash and its parts. */
export async function verifyRecord(folder: string): Promise<RecordReport> {
  const names = (await readdir(folder)).filter((name) => name !== checksumFile).toSorted();
  const bytes = new Map<string, Buffer>();
  for (const name of names) bytes.set(name, await readFile(join(folder, name)));
  const sums = await readSums(folder);
  const changed = [...sums].flatMap(([name, sum]) => {
    const file = bytes.get(name);
    if (!file) return [`${name} was kept and is gone.`];
    return sha256(file) === sum ? [] : [`${name} was changed since it was kept.`];
  });
  const added = names.filter((name) => !sums.has(name)).map((name) => `${name} was added by hand.`);
  const { hash, faults } = checkBulletin(bytes);
  return {
    folder,
    hash,
    files: names.map((name) => ({ name, bytes: bytes.get(name)?.length ?? 0 })),
    missing: missingOf(names),
    faults: [...changed, ...added, ...faults],
  };
}

/** The bulletin on record in a folder that `verifyRecord` has no fault to find with. */
export const readRecord = async (folder: string): Promise<Bulletin> =>
  bulletinSchema.parse(readJson(await readFile(join(folder, 'bulletin.json'))));

const missingOf = (names: readonly string[]): RecordFile[] =>
  Object.keys(recordFiles).filter(
    (name): name is RecordFile => name in recordFiles && !names.includes(name),
  );

async function readSums(folder: string): Promise<Map<string, string>> {
  const text = await readFile(join(folder, checksumFile), 'utf8').catch(() => '');
  const lines = text.matchAll(/^([0-9a-f]{64}) [ *](.+)$/gm);
  return new Map([...lines].map(([, sum = '', name = '']) => [name, sum]));
}

function checkBulletin(bytes: ReadonlyMap<string, Buffer>): {
  hash: string | undefined;
  faults: string[];
} {
  const parsed = bulletinSchema.safeParse(readJson(bytes.get('bulletin.json')));
  if (!parsed.success) return { hash: undefined, faults: ['bulletin.json is not a bulletin.'] };
  const { hash, html, text } = parsed.data;
  const parts = { 'bulletin.html': html, 'bulletin.txt': text };
  return {
    hash,
    faults: [
      ...(hashBulletin(parsed.data) === hash ? [] : ['bulletin.json does not have its own hash.']),
      ...Object.entries(parts)
        .filter(([name, part]) => bytes.get(name)?.toString('utf8') !== part)
        .map(([name]) => `${name} is not the part in bulletin.json.`),
    ],
  };
}

function readJson(bytes: Buffer | undefined): unknown {
  try {
    return JSON.parse(bytes?.toString('utf8') ?? '');
  } catch {
    return undefined;
  }
}

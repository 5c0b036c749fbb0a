import { type Bulletin, bulletinSchema, hashBulletin } from '../../schemas/bulletin.ts';
import {
  checksumFile,
  checksums,
  readRecordFiles,
  recordFiles,
  sha256,
  type RecordFile,
} from '../bulletins/record-folder.ts';

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

/**
 * Holds a record against its checksums, and the bulletin in it against its own hash and its parts.
 * @param ledger what the ledger says belongs into it, where the ledger knows the dispatch: then not
 *   even somebody who makes new checksums can change it unseen
 * @returns nothing where there is no record
 */
export async function verifyRecord(
  folder: string,
  ledger?: ReadonlyMap<string, Buffer>,
): Promise<RecordReport | undefined> {
  const all = await readRecordFiles(folder);
  if (!all) return undefined;
  const sums = all.get(checksumFile)?.toString('utf8') ?? '';
  all.delete(checksumFile);
  const { hash, faults } = checkBulletin(all);
  return {
    folder,
    hash,
    files: [...all].map(([name, bytes]) => ({ name, bytes: bytes.length })),
    missing: missingFrom(all),
    faults: [...checkSums(all, sums), ...faults, ...(ledger ? checkLedger(all, ledger) : [])],
  };
}

/** The bulletin on record in a folder that `verifyRecord` has no fault to find with. */
export async function readRecord(folder: string): Promise<Bulletin> {
  const files = await readRecordFiles(folder);
  return bulletinSchema.parse(readJson(files?.get('bulletin.json')));
}

const missingFrom = (files: ReadonlyMap<string, Buffer>): RecordFile[] =>
  Object.keys(recordFiles).filter(
    (name): name is RecordFile =>
      name in recordFiles &&
      ![...files.keys()].some((file) => file === name || file.startsWith(`${name}/`)),
  );

function checkSums(files: ReadonlyMap<string, Buffer>, text: string): string[] {
  const lines = text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm);
  const sums = new Map([...lines].map(([, sum = '', name = '']) => [name, sum]));
  const changed = [...sums].flatMap(([name, sum]) => {
    const bytes = files.get(name);
    if (!bytes) return [`${name} was kept and is gone.`];
    return sha256(bytes) === sum ? [] : [`${name} was changed since it was kept.`];
  });
  const added = [...files.keys()]
    .filter((name) => !sums.has(name))
    .map((name) => `${name} was added by hand.`);
  const faults = [...changed, ...added];
  // What is not a line of a checksum at all is no less a change.
  if (faults.length > 0 || text === checksums(files)) return faults;
  return [`${checksumFile} was changed since it was kept.`];
}

const checkLedger = (files: ReadonlyMap<string, Buffer>, ledger: ReadonlyMap<string, Buffer>) =>
  [...ledger]
    .filter(([name, bytes]) => files.get(name)?.equals(bytes) === false)
    .map(([name]) => `${name} is not what the ledger says.`);

function checkBulletin(files: ReadonlyMap<string, Buffer>): {
  hash: string | undefined;
  faults: string[];
} {
  const parsed = bulletinSchema.safeParse(readJson(files.get('bulletin.json')));
  if (!parsed.success) return { hash: undefined, faults: ['bulletin.json is not a bulletin.'] };
  const { hash, html, text } = parsed.data;
  const parts = { 'bulletin.html': html, 'bulletin.txt': text };
  return {
    hash,
    faults: [
      ...(hashBulletin(parsed.data) === hash ? [] : ['bulletin.json does not have its own hash.']),
      ...Object.entries(parts)
        .filter(([name, part]) => files.get(name)?.toString('utf8') !== part)
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

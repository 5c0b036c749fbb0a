import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BadInput } from '../problem.ts';
import type { Bulletin } from '../schemas/bulletin.ts';
import type { Settings } from '../settings.ts';
import { bulletinFile } from './list-bulletins.ts';
import { type Afterwards, checksumFile, recordFolder, sha256 } from './record-folder.ts';
import { verifyRecord } from './record-verify.ts';

/**
 * Keeps a bulletin that goes out, so that what was sent can be shown whatever templates and
 * content look like later: source, both parts, subject and hash, each with a checksum. Called again
 * for the same bulletin it keeps what is there and adds what is known by then.
 * @param afterwards approvals, list and result, as values for JSON, once they exist
 * @returns the folder
 * @throws {BadInput} when the source has changed since the build, or another bulletin is on record
 */
export async function keepRecord(
  bulletin: Bulletin,
  settings: Pick<Settings, 'content' | 'out' | 'data'>,
  afterwards: Readonly<Partial<Record<Afterwards, unknown>>> = {},
): Promise<string> {
  const folder = recordFolder(settings.data, bulletin.edition, bulletin.audience);
  const kept = await readKept(folder);
  if (kept) await expectSame(folder, kept, bulletin);
  const files: Record<string, string | Buffer> = kept
    ? await readAll(folder)
    : {
        'source.mdx': await readSource(bulletin, settings),
        'bulletin.json': `${JSON.stringify(bulletin, null, 2)}\n`,
        'bulletin.html': bulletin.html,
        'bulletin.txt': bulletin.text,
      };
  for (const [name, value] of Object.entries(afterwards)) {
    files[name] = `${JSON.stringify(value, null, 2)}\n`;
  }
  await replaceRecord(folder, files);
  return folder;
}

/* A record is added to only where it is sound: new checksums would make a changed one look kept. */
async function expectSame(folder: string, kept: Kept, { hash }: Bulletin): Promise<void> {
  const { faults } = await verifyRecord(folder);
  if (kept.hash === hash && faults.length === 0) return;
  const which = `the record of the bulletin with hash ${hash.slice(0, 12)}, as it was kept`;
  const found =
    kept.hash === hash
      ? faults.join(' ').replace(/\.$/, '')
      : `the record of one with hash ${kept.hash?.slice(0, 12) ?? 'unknown'}, which was kept first`;
  const remedy =
    'What went out is never replaced. If the one on record did not go out, move its folder away.';
  throw new BadInput([{ file: folder, expected: which, found, remedy }]);
}

interface Kept {
  hash: string | undefined;
}

/** The hash of the bulletin on record in a folder, if there is a record. */
export async function readKept(folder: string): Promise<Kept | undefined> {
  const there = await readdir(folder).catch(() => undefined);
  return there && { hash: (await verifyRecord(folder)).hash };
}

async function readAll(folder: string): Promise<Record<string, Buffer>> {
  const names = (await readdir(folder)).filter((name) => name !== checksumFile);
  const files = names.map(async (name) => [name, await readFile(join(folder, name))] as const);
  return Object.fromEntries(await Promise.all(files));
}

/* The source must be what the bulletin was built from, so it may not be younger than the build. */
async function readSource(
  { edition, audience }: Bulletin,
  { content, out }: Pick<Settings, 'content' | 'out'>,
): Promise<Buffer> {
  const file = join(content, 'newsletters', `${edition}.mdx`);
  const [source, built] = await Promise.all([
    stat(file).catch(() => undefined),
    stat(bulletinFile(out, edition, audience)),
  ]);
  if (source && source.mtimeMs <= built.mtimeMs) return readFile(file);
  throw new BadInput([
    {
      file,
      expected: 'the source that the bulletin was built from',
      found: source ? 'a source that was changed after the build' : 'no such file',
      remedy: 'Run `npm run -s panui -- build`, then try again.',
    },
  ]);
}

/* Written beside and moved into place, so that a record is never half there. */
async function replaceRecord(folder: string, files: Readonly<Record<string, string | Buffer>>) {
  await mkdir(dirname(folder), { recursive: true });
  const fresh = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  const old = `${fresh}-old`;
  try {
    const sums = Object.entries(files).map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`);
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(fresh, name), bytes);
    await writeFile(join(fresh, checksumFile), sums.toSorted().join(''));
    await rename(folder, old).catch(() => undefined);
    await rename(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

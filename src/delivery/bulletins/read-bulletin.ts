import { readFile } from 'node:fs/promises';
import { bulletinSchema, hashBulletin, type Bulletin } from '../../schemas/bulletin.ts';
import { BadInput } from '../../problems/problem.ts';
import type { Audience } from '../../publication/site.ts';
import { listBulletins, newestBuiltEdition, type BuiltBulletin } from './list-bulletins.ts';

const rebuild = 'Run `npm run -s panui -- build`, then try again.';

/**
 * The bulletin of one edition for one audience, read from the folder `out`, parsed, and held
 * against its own hash, so that what goes out is what was built.
 * @param edition its date, the name of a correction, or "newest" for the latest edition that has a
 *   bulletin for the audience
 * @throws {BadInput} when there is none, or when its file was changed or cut short
 */
export async function readBulletin(
  out: string,
  edition: string,
  audience: Audience,
): Promise<Bulletin> {
  const built = await listBulletins(out);
  const wanted = edition === 'newest' ? newestBuiltEdition(built, audience) : edition;
  const match = built.find((one) => one.edition === wanted && one.audience === audience);
  if (!match) throw new BadInput([missing(out, edition, audience, built)]);
  return readBuilt(match);
}

/**
 * One of the bulletins that `listBulletins` names, read as `readBulletin` does.
 * @throws {BadInput} when its file was changed or cut short
 */
export async function readBuilt({ file, edition, audience }: BuiltBulletin): Promise<Bulletin> {
  const parsed = bulletinSchema.safeParse(
    // What cannot be read at all, such as a folder, is no bulletin either.
    readJson(await readFile(file, 'utf8').catch(() => '')),
  );
  if (!parsed.success) {
    const where = parsed.error.issues.map(({ path }) => path.join('.') || 'the whole file');
    const found = `something else in: ${[...new Set(where)].join(', ')}`;
    throw new BadInput([
      { file, expected: 'a bulletin as the build writes it', found, remedy: rebuild },
    ]);
  }
  const bulletin = parsed.data;
  const hash = hashBulletin(bulletin);
  if (hash !== bulletin.hash || bulletin.edition !== edition || bulletin.audience !== audience) {
    throw new BadInput([
      {
        file,
        expected: `the bulletin of ${edition} for ${audience}, unchanged since it was built (hash ${short(bulletin.hash)})`,
        found: `the bulletin of ${bulletin.edition} for ${bulletin.audience} with hash ${short(hash)}`,
        remedy: `Somebody changed this file by hand. ${rebuild}`,
      },
    ]);
  }
  return bulletin;
}

const short = (hash: string) => hash.slice(0, 12);

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function missing(out: string, edition: string, audience: Audience, built: BuiltBulletin[]) {
  const names = built.map((one) => `${one.edition} for ${one.audience}`);
  const which =
    edition === 'newest'
      ? `a bulletin for ${audience}`
      : `a bulletin of ${edition} for ${audience}`;
  const found = names.length === 0 ? 'no bulletins at all' : `only ${names.join(', ')}`;
  return { file: `${out}/bulletins`, expected: which, found, remedy: rebuild };
}

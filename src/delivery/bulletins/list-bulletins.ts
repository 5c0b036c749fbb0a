import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bulletinId, day } from '../../schemas/fields.ts';
import { type Audience, audienceIds } from '../../publication/site.ts';

/** One bulletin that has been built: what names it, and its file. */
export interface BuiltBulletin {
  /** The date of the edition, or the name of the correction, that it was made from. */
  edition: string;
  audience: Audience;
  /** The JSON file, as an absolute path where `out` is one. */
  file: string;
}

/** The forms that a build leaves a bulletin in. */
export type BulletinForm = 'json' | 'html' | 'txt' | 'mjml';

/** Where the build leaves one form of a bulletin, under the folder `out` (`PANUI_OUT`). */
export function bulletinFile(
  out: string,
  edition: string,
  audience: Audience,
  form: BulletinForm = 'json',
): string {
  return join(out, 'bulletins', edition, `${audience}.${form}`);
}

/** Every bulletin under the folder `out`, oldest first, audiences in the order of the site. */
export async function listBulletins(out: string): Promise<BuiltBulletin[]> {
  const editions = (await names(join(out, 'bulletins'))).filter(
    (name) => bulletinId.safeParse(name).success,
  );
  const found = await Promise.all(
    editions.toSorted().map(async (edition) => {
      const files = await names(join(out, 'bulletins', edition));
      return audienceIds()
        .filter((audience) => files.includes(`${audience}.json`))
        .map((audience) => ({ edition, audience, file: bulletinFile(out, edition, audience) }));
    }),
  );
  return found.flat();
}

/** The newest edition that has bulletins, or one for `audience`; "newest" never means a correction. */
export const newestBuiltEdition = (
  built: readonly BuiltBulletin[],
  audience?: Audience,
): string | undefined =>
  built.findLast(
    (one) =>
      day.safeParse(one.edition).success && (audience === undefined || one.audience === audience),
  )?.edition;

async function names(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    // No folder means nothing was built yet.
    return [];
  }
}

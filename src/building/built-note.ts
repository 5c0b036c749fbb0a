import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { dayAt } from '../dates/new-zealand.ts';
import type { Settings } from '../settings/settings.ts';
import type { BuildPurpose } from './build-report.ts';

/* Beside the pages. */
const noteName = 'built.json';

const noteSchema = z.object({
  /** The day in New Zealand that its pages know, YYYY-MM-DD. */
  day: z.iso.date(),
  /** What it was built for, so that it can be built again. */
  for: z.enum(['draft', 'send']),
  /** The origin of its absolute links. */
  siteUrl: z.string(),
});

/** How a site was built. */
export type BuiltNote = z.output<typeof noteSchema>;

/** Notes in the folder of a build for which day, what for and for which address it was made. */
export async function writeBuilt(
  { now, siteUrl }: Pick<Settings, 'now' | 'siteUrl'>,
  purpose: BuildPurpose | undefined,
  out: string,
): Promise<void> {
  const note: BuiltNote = { day: dayAt(now), for: purpose ?? 'send', siteUrl };
  await writeFile(join(out, noteName), `${JSON.stringify(note)}\n`);
}

/** How the site in the folder was built; undefined where there is none, or an earlier version built it. */
export async function readBuiltNote(out: string): Promise<BuiltNote | undefined> {
  const text = await readFile(join(out, noteName), 'utf8').catch(() => '{}');
  return noteSchema.safeParse(JSON.parse(text)).data;
}

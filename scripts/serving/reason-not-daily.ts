import { stat } from 'node:fs/promises';
import { readBuiltNote } from '../../src/building/built-note.ts';
import type { Settings } from '../../src/settings/settings.ts';

/** Why the site cannot be built anew each day from here, in a few words; undefined where it can. */
export async function reasonNotDaily(settings: Settings): Promise<string | undefined> {
  const { content, out, siteUrl, nowGiven } = settings;
  if (nowGiven) return 'PANUI_NOW stands still';
  const folder = await stat(content).catch(() => undefined);
  if (!folder?.isDirectory()) return `there are no documents at ${content}`;
  const note = await readBuiltNote(out);
  if (!note) return 'it was built by an earlier version; build it once more';
  if (note.siteUrl !== siteUrl)
    return `it was built for ${note.siteUrl}, and PANUI_SITE_URL is ${siteUrl} here`;
  return undefined;
}

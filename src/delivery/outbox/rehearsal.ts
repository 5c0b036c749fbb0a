import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { audienceId } from '../../schemas/audience-id.ts';
import { bulletinId } from '../../schemas/fields.ts';
import type { Audience } from '../../publication/site.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What `manifest.json` in the outbox says of a rehearsal: what was written, of what, and when. */
export const rehearsalSchema = z.strictObject({
  edition: bulletinId,
  audience: audienceId,
  /** The hash of the bulletin. */
  hash: sha256,
  /** The fingerprint of the list. */
  listHash: sha256,
  /** The origin in the addresses to unsubscribe. */
  siteUrl: z.url(),
  /** When, in UTC. */
  writtenAt: z.iso.datetime(),
  /** How many messages. */
  count: z.int().min(0),
});

export type Rehearsal = z.output<typeof rehearsalSchema>;

/** The outbox folder of one edition and audience, under the folder `data` (`PANUI_DATA`). */
export const rehearsalFolder = (data: string, edition: string, audience: Audience) =>
  join(data, 'outbox', edition, audience);

/** The rehearsal that lies in a folder of the outbox; undefined where there is none, or not all of it. */
export async function readRehearsal(folder: string): Promise<Rehearsal | undefined> {
  try {
    const json: unknown = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
    const rehearsal = rehearsalSchema.parse(json);
    const messages = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
    return messages.length === rehearsal.count ? rehearsal : undefined;
  } catch {
    return undefined;
  }
}

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Audience } from '../site.ts';

/** What a complete record holds, by file, and what each is. */
export const recordFiles = {
  'source.mdx': 'what the author wrote',
  'bulletin.json': 'the bulletin with its subject, sender and hash',
  'bulletin.html': 'its HTML part',
  'bulletin.txt': 'its text part',
  'approvals.json': 'who approved it, and when',
  'list.json': 'how many people were on the list, and who was left out and why',
  'result.json': 'what became of each delivery',
} as const;

export type RecordFile = keyof typeof recordFiles;

/** What is known only once a bulletin was approved and sent. */
export type Afterwards = 'approvals.json' | 'list.json' | 'result.json';

/** The file that holds the SHA-256 of each other, a line each, as `sha256sum --check` reads it. */
export const checksumFile = 'SHA256SUMS';

/** Where the record of one bulletin is, under the folder `data` (`PANUI_DATA`). */
export const recordFolder = (data: string, edition: string, audience: Audience) =>
  join(data, 'records', edition, audience);

export const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

import { mkdir, open, writeFile, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { replaceFolder } from '../../disk/replace-folder.ts';
import type { Bulletin } from '../../schemas/bulletin.ts';
import { composeMessage, opaqueId, type Circumstances } from '../messages/compose-message.ts';
import {
  fingerprintList,
  type ListFingerprint,
  type Recipients,
} from '../lists/fingerprint-list.ts';
import { outboxPage, outboxPageEntry } from './outbox-page.ts';
import { readRehearsal, rehearsalFolder, type Rehearsal } from './rehearsal.ts';
import type { Recipient } from '../lists/subscription.ts';

/** What a rehearsal did. */
export interface RehearsalReport {
  /** `written`: the first; `replaced`: an earlier one made way; `unchanged`: nothing was written. */
  outcome: 'written' | 'replaced' | 'unchanged';
  /** What differs from the rehearsal that was replaced. */
  changed: readonly string[];
  count: number;
  /** How many of the list are left out, because they want only what needs action and this asks nothing of them. */
  leftOut?: number;
  folder: string;
  /** The page that lists the messages. */
  index: string;
}

export interface RehearsalOrder extends Circumstances {
  bulletin: Bulletin;
  /** The list, from its beginning, each time it is called. */
  recipients: () => Recipients;
  /** The folder of the store and outbox (`PANUI_DATA`). */
  data: string;
}

/**
 * Writes one message for each person on a list into the outbox, as files, with a page to look at
 * them. Nothing is sent and no record of real sending is touched. The same bulletin for the same
 * list writes nothing; a changed one takes the place of the earlier rehearsal, whole or not at all.
 * @throws {BadInput} when the bulletin has no way to unsubscribe or a placeholder left
 */
export async function rehearse(order: RehearsalOrder): Promise<RehearsalReport> {
  const { bulletin, recipients, data } = order;
  const folder = rehearsalFolder(data, bulletin.edition, bulletin.audience);
  const list = fingerprintList(recipients());
  const earlier = await readRehearsal(folder);
  const changed = earlier ? whatChanged(earlier, order, list) : [];
  const report = { changed, count: list.count, folder, index: join(folder, 'index.html') };
  if (earlier && changed.length === 0) return { ...report, outcome: 'unchanged' };
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  await replaceFolder(folder, 0o700, (fresh) => writeRehearsal(fresh, order, list));
  return { ...report, outcome: earlier ? 'replaced' : 'written' };
}

function whatChanged(earlier: Rehearsal, order: RehearsalOrder, list: ListFingerprint): string[] {
  return [
    ...(earlier.hash === order.bulletin.hash ? [] : ['the bulletin']),
    ...(earlier.listHash === list.hash ? [] : ['the list']),
    ...(earlier.siteUrl === order.siteUrl ? [] : ["the site's address"]),
  ];
}

async function writeRehearsal(folder: string, order: RehearsalOrder, list: ListFingerprint) {
  const { bulletin, recipients, siteUrl, now } = order;
  const { start, end } = await outboxPage(bulletin, list.count, now);
  const page = await open(join(folder, 'index.html'), 'w');
  try {
    await page.write(start);
    const digits = Math.max(3, String(list.count).length);
    let written = 0;
    for (const chunk of recipients()) {
      written += await writeChunk(folder, page, order, chunk, written, digits);
    }
    await page.write(end);
  } finally {
    await page.close();
  }
  await writeFile(join(folder, 'bulletin.html'), bulletin.html);
  const { edition, audience, hash } = bulletin;
  const { count, hash: listHash } = list;
  const writtenAt = now.toISOString();
  const manifest: Rehearsal = { edition, audience, hash, listHash, siteUrl, writtenAt, count };
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

async function writeChunk(
  folder: string,
  page: FileHandle,
  order: RehearsalOrder,
  chunk: readonly Recipient[],
  before: number,
  digits: number,
): Promise<number> {
  for (const [index, recipient] of chunk.entries()) {
    const number = String(before + index + 1).padStart(digits, '0');
    const file = `${number}-${opaqueId(recipient.token)}.eml`;
    await writeFile(join(folder, file), await composeMessage(order.bulletin, recipient, order));
    await page.write(await outboxPageEntry(file, recipient));
  }
  return chunk.length;
}

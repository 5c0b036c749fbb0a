import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { replaceFolder } from '../../disk/replace-folder.ts';
import { audienceId } from '../../schemas/audience-id.ts';
import { bulletinId } from '../../schemas/fields.ts';
import type { Audience } from '../../publication/site.ts';
import { findDispatch } from '../ledger/dispatch.ts';
import { recordContent } from './record-content.ts';
import {
  checksumFile,
  checksums,
  readRecordFiles,
  recordFolder,
} from '../bulletins/record-folder.ts';
import { type RecordReport, verifyRecord } from './record-verify.ts';
import type { Store } from '../store/store.ts';

/**
 * Keeps what a dispatch sent, so that it can be shown whatever templates and content look like
 * later, or adds what has become known since. It is made from the ledger, so that it can be called
 * at any time and as often as one likes. What is on record and was changed, or is of another
 * bulletin, is left as it is: new checksums would make it look kept.
 * @param data the folder of store and records (`PANUI_DATA`)
 * @returns the record as it stands then; nothing where no message can have left yet
 */
export async function keepRecord(
  store: Store,
  data: string,
  edition: string,
  audience: Audience,
): Promise<RecordReport | undefined> {
  const dispatch = findDispatch(store, edition, audience);
  if (!dispatch?.attempted) return undefined;
  const folder = recordFolder(data, edition, audience);
  const files = recordContent(store, dispatch);
  const kept = await verifyRecord(folder);
  if (kept) {
    const other = kept.hash !== dispatch.hash;
    if (other)
      kept.faults.push('It is the record of another bulletin than the ledger says was sent.');
    if (kept.faults.length > 0 || (await isComplete(folder, files))) return kept;
  }
  await replaceFolder(folder, 0o700, (fresh) => writeRecord(fresh, files)).catch(
    // Another process may have written the same at the same moment.
    async (error: unknown) => {
      if (!(await isComplete(folder, files))) throw error;
    },
  );
  return verifyRecord(folder, files);
}

/** Keeps the record of every dispatch of which a message may have left. */
export async function keepAllRecords(store: Store, data: string): Promise<void> {
  const rows = store.rows(
    z.object({ edition: bulletinId, audience: audienceId }),
    'SELECT edition, audience FROM dispatches WHERE attempted = 1 ORDER BY id',
  );
  for (const { edition, audience } of rows) await keepRecord(store, data, edition, audience);
}

/* A ledger from an older backup knows less than a record that was kept since, and takes nothing away. */
async function isComplete(folder: string, files: ReadonlyMap<string, Buffer>): Promise<boolean> {
  const kept = await readRecordFiles(folder);
  if (!kept) return false;
  if (kept.has('result.json') && !files.has('result.json')) return true;
  return [...files].every(([name, bytes]) => kept.get(name)?.equals(bytes));
}

async function writeRecord(folder: string, files: ReadonlyMap<string, Buffer>): Promise<void> {
  for (const [name, bytes] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
  await writeFile(join(folder, checksumFile), checksums(files));
}

import { open, rename, rm } from 'node:fs/promises';
import { z } from 'zod';
import { errorCode } from '../../disk/error-code.ts';
import { BadInput } from '../../problems/problem.ts';
import type { Audience } from '../../publication/site.ts';
import type { Store } from '../store/store.ts';

const columns = [
  'email',
  'name',
  'organisation',
  'region',
  'consent',
  'source',
  'date',
  'status',
  'reason',
  'changed',
] as const;

const rowSchema = z.object({
  id: z.int(),
  ...Object.fromEntries(columns.map((one) => [one, z.string()])),
});

const query = (where: string) => `
  SELECT s.id, s.address AS email, s.name, s.organisation, s.region, p.consent_basis AS consent,
    p.consent_source AS source, p.consent_date AS date, p.status, p.reason, p.changed_at AS changed
  FROM subscriptions p JOIN subscribers s ON s.id = p.subscriber
  WHERE p.list = $list AND p.subscriber > $after ${where} ORDER BY p.subscriber LIMIT 500`;

/**
 * Writes a list as CSV in UTF-8 with a byte order mark, which spreadsheets need to show macrons, to a
 * new file that only its owner can read. A cell that a spreadsheet would run as a formula gets an
 * apostrophe, which an import takes away again. Memory does not grow with the list.
 * @param all also people who are not on the list any more
 * @returns how many people were written
 * @throws {BadInput} when the file is there already or cannot be written
 */
export async function exportList(
  store: Store,
  list: Audience,
  file: string,
  all: boolean,
): Promise<number> {
  const target = await open(file, 'wx', 0o600).catch((error: unknown) => {
    const code = errorCode(error);
    const found = code === 'EEXIST' ? 'a file of this name' : (code ?? 'an error');
    throw new BadInput([
      { file, expected: 'a new file', found, remedy: 'Choose another name or folder.' },
    ]);
  });
  await target.close();
  const part = `${file}.part`;
  try {
    const count = await writeRows(store, list, part, all);
    await rename(part, file);
    return count;
  } catch (error) {
    await rm(part, { force: true });
    await rm(file, { force: true });
    throw error;
  }
}

async function writeRows(
  store: Store,
  list: Audience,
  part: string,
  all: boolean,
): Promise<number> {
  // What an export left that was killed, or a link that somebody put there, is not written through.
  await rm(part, { force: true });
  const handle = await open(part, 'wx', 0o600);
  try {
    await handle.write(`\ufeff${columns.join(',')}\r\n`);
    let count = 0;
    let after = 0;
    for (;;) {
      const where = all ? '' : "AND p.status = 'subscribed'";
      const rows = store.rows(rowSchema, query(where), { list, after });
      const last = rows.at(-1);
      if (!last) return count;
      await handle.write(rows.map(csvLine).join(''));
      count += rows.length;
      after = last.id;
    }
  } finally {
    await handle.close();
  }
}

const csvLine = (row: z.output<typeof rowSchema>) =>
  `${columns.map((column) => csvCell(String(Reflect.get(row, column)))).join(',')}\r\n`;

/**
 * One cell, harmless in a spreadsheet and quoted where it must be (RFC 4180). Some spreadsheets take wide
 * signs for the plain ones (OWASP, CSV Injection).
 */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

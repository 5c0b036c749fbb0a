import { open, rename, rm } from 'node:fs/promises';
import { z } from 'zod';
import { errorCode } from '../../disk/error-code.ts';
import { BadInput } from '../../problems/problem.ts';
import type { Audience } from '../../publication/site.ts';
import type { Store } from '../store/store.ts';
import { forgottenCell, forgottenHashes, type Forgotten } from '../suppressions/forgotten.ts';

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
  // Of which lists it is true that somebody is not on them: one, or all.
  'lists',
  // What names the subscription in links that went out; only in an export of all.
  'token',
] as const;

const rowSchema = z.object({
  id: z.int(),
  ...Object.fromEntries(columns.map((one) => [one, z.string()])),
});

type Row = z.output<typeof rowSchema>;

const people = (where: string, token = `''`) => `
  SELECT s.id, s.address AS email, s.name, s.organisation, s.region, p.consent_basis AS consent,
    p.consent_source AS source, p.consent_date AS date, p.status, p.reason, p.changed_at AS changed,
    CASE WHEN p.status IN ('subscribed', 'removed') THEN ''
      WHEN p.status = 'unsubscribed' AND NOT EXISTS (SELECT 1 FROM suppressions n
        WHERE n.address = s.address AND n.list = '*' AND n.reason = p.status AND n.lifted_at IS NULL)
      THEN p.list ELSE 'all' END AS lists, ${token} AS token
  FROM subscriptions p JOIN subscribers s ON s.id = p.subscriber
  WHERE p.list = $list AND p.subscriber > $after ${where} ORDER BY p.subscriber LIMIT 500`;

/* The nos that are kept of people whose place on the list does not say the same, or who have none. */
const nos = `
  SELECT n.id, n.address AS email, '' AS name, '' AS organisation, '' AS region, '' AS consent,
    n.source, '' AS date, n.reason AS status, coalesce(nullif(n.detail, ''), n.reason) AS reason,
    n.said_on AS changed, CASE n.list WHEN '*' THEN 'all' ELSE n.list END AS lists, '' AS token
  FROM suppressions n
  WHERE n.list IN ($list, '*') AND n.lifted_at IS NULL AND n.id > $after AND NOT EXISTS (
    SELECT 1 FROM subscribers s JOIN subscriptions p ON p.subscriber = s.id
    WHERE s.address = n.address AND p.list = $list AND p.status = n.reason)
  ORDER BY n.id LIMIT 500`;

/* The same of people who bounced or complained on another list, and have no place on this one. */
const elsewhere = `
  SELECT s.id, s.address AS email, '' AS name, '' AS organisation, '' AS region, '' AS consent,
    '' AS source, '' AS date, p.status, p.reason, p.changed_at AS changed, 'all' AS lists, '' AS token
  FROM subscriptions p JOIN subscribers s ON s.id = p.subscriber
  WHERE p.status IN ('bounced', 'complained') AND s.id > $after AND NOT EXISTS (
    SELECT 1 FROM subscriptions o WHERE o.list = $list AND o.subscriber = s.id)
  AND NOT EXISTS (SELECT 1 FROM subscriptions o WHERE o.subscriber = s.id
    AND o.status IN ('bounced', 'complained') AND (o.status, o.list) > (p.status, p.list))
  ORDER BY s.id LIMIT 500`;

/**
 * Writes a list as CSV in UTF-8 with a byte order mark, which spreadsheets need to show macrons, to a
 * new file that only its owner can read. A cell that a spreadsheet would run as a formula gets an
 * apostrophe, which an import takes away again. Memory does not grow with the list.
 * @param all also people who are not on the list any more, and every no that is kept of anybody: then an
 *   import of the file keeps them too. Of who was forgotten it holds a hash and the key that it was made with
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
    const write = async (rows: readonly Row[]) => {
      await handle.write(rows.map(csvLine).join(''));
      return rows.length;
    };
    if (!all) return await writeAll(store, people("AND p.status = 'subscribed'"), list, write);
    let count = 0;
    for (const query of [people('', 'p.token'), elsewhere, nos]) {
      count += await writeAll(store, query, list, write);
    }
    return count + (await write(forgottenHashes(store).map(forgottenRow)));
  } finally {
    await handle.close();
  }
}

async function writeAll(
  store: Store,
  query: string,
  list: Audience,
  write: (rows: readonly Row[]) => Promise<number>,
): Promise<number> {
  let count = 0;
  let after = 0;
  for (;;) {
    const rows = store.rows(rowSchema, query, { list, after });
    const last = rows.at(-1);
    if (!last) return count;
    count += await write(rows);
    after = last.id;
  }
}

/** Somebody who was forgotten: no address, but what tells whether an address is theirs. */
const forgottenRow = (one: Forgotten): Row =>
  Object.assign({ id: 0 }, Object.fromEntries(columns.map((column) => [column, ''])), {
    email: forgottenCell(one),
    status: 'forgotten',
    reason: 'asked to be forgotten',
    changed: one.at,
    lists: 'all',
  });

const csvLine = (row: Row) =>
  `${columns.map((column) => csvCell(String(Reflect.get(row, column)))).join(',')}\r\n`;

/**
 * One cell, harmless in a spreadsheet and quoted where it must be (RFC 4180). Some spreadsheets take wide
 * signs for the plain ones (OWASP, CSV Injection).
 */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

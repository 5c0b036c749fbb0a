import { z } from 'zod';
import { BadInput } from '../../problems/problem.ts';
import type { Store } from '../store/store.ts';
import { maskAddress } from '../list-files/address.ts';

/** Who lifts nos that staff kept, and why. */
export interface Lifting {
  by: string;
  reason: string;
}

/** What came of lifting nos. */
export interface LiftedCounts {
  /** Count no more, and stay with who lifted them and why. */
  lifted: number;
  /** Places on lists that are again as they were before the no was kept. */
  putBack: number;
}

/**
 * Lifts what `lists suppress` or an import kept of one person. A complaint holds for good, and so does what
 * they said themselves by a link, which is not kept here but at their place on the list.
 * @param address normalised
 * @throws {BadInput} where nothing is kept, or a complaint is. The address is masked
 */
export function liftPerson(
  store: Store,
  address: string,
  lifting: Lifting,
  now: Date,
): LiftedCounts {
  return store.transaction(() => {
    const rows = keptWhere(store, 'address = $value', address);
    const file = maskAddress(address);
    const expected = 'somebody of whom `lists suppress` or an import kept a no';
    const remedy = 'Look with `npm run -s panui -- lists show ADDRESS`.';
    if (rows.length === 0) throw new BadInput([{ file, expected, found: 'nothing kept', remedy }]);
    if (rows.some(({ reason }) => reason === 'complained')) {
      const found = 'a complaint, which holds for good';
      const other = 'They may ask for the bulletins at another address.';
      throw new BadInput([{ file, expected, found, remedy: other }]);
    }
    return lift(store, rows, lifting, now);
  });
}

/**
 * Undoes a whole file that should not have been taken for nos: each that came from it is lifted, complaints as
 * well, since nobody said them, and each place on a list is as it was before.
 * @param source where the nos come from, as `lists show` has it
 * @param expect how many a person expects
 * @throws {BadInput} where it is another number
 */
export function liftSource(
  store: Store,
  source: string,
  expect: number,
  lifting: Lifting,
  now: Date,
): LiftedCounts {
  return store.transaction(() => {
    const rows = keptWhere(store, 'source = $value', source);
    if (rows.length !== expect || expect === 0) {
      const remedy =
        rows.length === 0
          ? 'Write the source as `npm run -s panui -- lists show ADDRESS` has it for somebody of the file.'
          : `If that is right, say --expect ${rows.length}.`;
      throw new BadInput([
        { file: `nos from ${source}`, expected: `${expect}`, found: `${rows.length}`, remedy },
      ]);
    }
    return lift(store, rows, lifting, now);
  });
}

const rowSchema = z.object({
  id: z.int(),
  address: z.string(),
  list: z.string(),
  reason: z.string(),
  source: z.string(),
});

type Row = z.output<typeof rowSchema>;

const keptWhere = (store: Store, where: string, value: string): Row[] =>
  store.rows(
    rowSchema,
    `SELECT id, address, list, reason, source FROM suppressions
     WHERE ${where} AND lifted_at IS NULL ORDER BY id`,
    { value },
  );

function lift(
  store: Store,
  rows: readonly Row[],
  { by, reason }: Lifting,
  now: Date,
): LiftedCounts {
  const moment = now.toISOString();
  for (const { id } of rows) {
    store.change('UPDATE suppressions SET lifted_at = $moment, lifted_by = $by WHERE id = $id', {
      id,
      moment,
      by: `${by}: ${reason}`,
    });
  }
  let putBack = 0;
  for (const { address, list, source } of rows) {
    putBack += store.change(putBackPlaces, {
      address,
      list,
      source,
      mark: `%; from ${source.replaceAll(/[%_\\]/g, '\\$&')}`,
      why: `no from ${source} lifted by ${by}: ${reason}`,
      moment,
    });
  }
  return { lifted: rows.length, putBack };
}

/* The state before the first that this source brought; nobody comes back against a no that still holds. */
const before = `(SELECT h.status FROM subscription_history h
    WHERE h.subscriber = subscriptions.subscriber AND h.list = subscriptions.list
      AND h.reason NOT LIKE $mark ESCAPE '\\' AND h.reason <> $source
    ORDER BY h.rowid DESC LIMIT 1)`;

const putBackPlaces = `
  UPDATE subscriptions SET status = ${before}, reason = $why, changed_at = $moment
  WHERE subscriber = (SELECT id FROM subscribers WHERE address = $address)
    AND $list IN (list, '*') AND reason LIKE $mark ESCAPE '\\' AND ${before} IS NOT NULL
    AND (${before} <> 'subscribed' OR NOT EXISTS (SELECT 1 FROM suppressions n
      WHERE n.address = $address AND n.list IN (subscriptions.list, '*') AND n.lifted_at IS NULL))`;

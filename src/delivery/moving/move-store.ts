import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BadInput } from '../../problems/problem.ts';
import { openEmbedded } from '../store/open-embedded.ts';
import { describePlace, openPostgres } from '../store/postgres/open-postgres.ts';
import { atWork } from './at-work.ts';
import { copyStore } from './copy-store.ts';
import type { TableSum } from './table-sums.ts';

const anything = `SELECT 1 FROM subscribers UNION ALL SELECT 1 FROM dispatches
  UNION ALL SELECT 1 FROM suppressions UNION ALL SELECT 1 FROM forgotten LIMIT 1`;

/**
 * Carries the embedded store of the folder `data` over into a PostgreSQL database, and puts it aside as
 * `panui.db.moved`: whoever forgets to name the database is refused, and does not go on with what was.
 * @returns what was carried over
 * @throws {BadInput} while anything is at work with the store, or where the database holds one already
 * @throws {Error} where another program has the store open, or the copy is not the same; nothing was moved then
 */
export function moveStore(data: string, databaseUrl: string, now: Date): TableSum[] {
  const file = join(data, 'panui.db');
  const from = openEmbedded(data);
  let moved: TableSum[];
  try {
    const busy = atWork(from, now);
    if (busy.length > 0) throw stillAtWork(file, busy);
    // From now on no other program can read or write it, until it has its other name.
    from.script('PRAGMA locking_mode = EXCLUSIVE');
    const target = openPostgres(databaseUrl);
    try {
      if (target.rows(z.unknown(), anything).length > 0) throw notEmpty(describePlace(databaseUrl));
      from.waitAtMost(1000);
      from.transaction(() => undefined);
      moved = copyStore(from, target);
    } finally {
      target.close();
    }
  } finally {
    from.close();
  }
  renameSync(file, `${file}.moved`);
  return moved;
}

const stillAtWork = (file: string, busy: readonly string[]) =>
  new BadInput(
    busy.map((found) => ({
      file,
      expected: 'a store with which nothing is at work',
      found,
      remedy: 'Stop it, or wait for its end, then run the same command again; nothing was moved.',
    })),
  );

const notEmpty = (where: string) =>
  new BadInput([
    {
      file: `the database ${where}`,
      expected: 'a database that holds no store yet',
      found: 'people, a no, or dispatches',
      remedy: 'Name an empty database; nothing was moved.',
    },
  ]);

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import { BadInput } from '../problem.ts';
import { migrations } from './migrations.ts';

type Values = Record<string, SQLInputValue>;

/** The store of subscribers and dispatches. Every row is parsed by a schema as it is read. */
export interface Store {
  /** Every row of a query. */
  rows<Row>(schema: z.ZodType<Row>, sql: string, values?: Values): Row[];
  /** Changes rows; gives how many changed. */
  change(sql: string, values?: Values): number;
  /** Runs several statements that take no values. */
  script(sql: string): void;
  /** Runs `work`; if it throws, nothing of it stays. Other writers wait meanwhile. */
  transaction<Result>(work: () => Result): Result;
  close(): void;
}

/**
 * Opens the embedded store in the folder `data` (`PANUI_DATA`), making it on first use, and brings
 * its tables up to date. What is committed survives a power cut (WAL, synchronous=FULL).
 * @throws {BadInput} when the file is not a store, is damaged, or comes from a newer version
 */
export function openStore(data: string): Store {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const file = join(data, 'panui.db');
  try {
    return prepareStore(file);
  } catch (error) {
    const [expected, found] = ['a store of this version of Pānui', describe(error)];
    if (found === undefined) throw error;
    const remedy = 'Restore the file from a backup, or move it away to begin with empty lists.';
    throw new BadInput([{ file, expected, found, remedy }]);
  }
}

class NewerStore extends Error {}

function prepareStore(file: string): Store {
  const database = new DatabaseSync(file, { timeout: 10_000, enableForeignKeyConstraints: true });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    const store = wrap(database);
    migrate(store);
    return store;
  } catch (error) {
    database.close();
    throw error;
  }
}

function wrap(database: DatabaseSync): Store {
  const statements = new Map<string, Statement>();
  const prepare = (sql: string) => {
    const statement = statements.get(sql) ?? prepareStatement(database, sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    rows: (schema, sql, values = {}) =>
      inWords(() => prepare(sql).all(values)).map((row) => schema.parse(row)),
    change: (sql, values = {}) => inWords(() => prepare(sql).run(values)),
    script: (sql) => inWords(() => database.exec(sql)),
    transaction: (work) => {
      inWords(() => database.exec('BEGIN IMMEDIATE'));
      try {
        const result = work();
        inWords(() => database.exec('COMMIT'));
        return result;
      } catch (error) {
        // A full disk has rolled back already.
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => database.close(),
  };
}

interface Statement {
  all(values: Values): Record<string, unknown>[];
  run(values: Values): number;
}

/**
 * A statement that makes its rows of arrays. The rows that `node:sqlite` makes stay in memory until
 * there is no more room, which for a long list is when they are hundreds of megabytes.
 */
function prepareStatement(database: DatabaseSync, sql: string): Statement {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  const names = statement.columns().map(({ name }) => name);
  const toObject = (cells: Readonly<Record<number, unknown>>) => {
    const row: Record<string, unknown> = {};
    for (const [at, name] of names.entries()) row[name] = cells[at];
    return row;
  };
  return {
    all: (values) => statement.all(values).map(toObject),
    run: (values) => Number(statement.run(values).changes),
  };
}

/** Faults that come from around the store while it works, and what to do about them. */
const faults: Record<number, string> = {
  5: 'another program has kept the store locked for 10 seconds; end it, then run the same command again',
  8: 'the store cannot be written to; check who owns the data folder, then run the same command again',
  10: 'the disk cannot be read or written; check it, then run the same command again',
  11: 'the store is damaged; restore it from a backup, then run the same command again',
  13: 'the disk is full; make room, then run the same command again',
};

/** Does `work`, and says in words what went wrong around the store. Nothing of the change stays. */
function inWords<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error ? Number(Reflect.get(error, 'errcode')) : Number.NaN;
    const words = faults[code & 0xff];
    if (words === undefined || code === 11) throw error;
    throw new Error(words, { cause: error });
  }
}

function migrate(store: Store): void {
  store.transaction(() => {
    const [row] = store.rows(z.object({ user_version: z.int() }), 'PRAGMA user_version');
    const version = row?.user_version ?? 0;
    if (version > migrations.length) throw new NewerStore();
    for (const step of migrations.slice(version)) store.script(step);
    store.script(`PRAGMA user_version = ${migrations.length}`);
  });
}

/** In words, the faults of a file that its owner can mend; undefined for any other error. */
function describe(error: unknown): string | undefined {
  if (error instanceof NewerStore) return 'the store of a newer version';
  const code = error instanceof Error ? Reflect.get(error, 'errcode') : undefined;
  if (code === 26) return 'a file that is not a SQLite database';
  if (code === 11) return 'a damaged SQLite database';
  if (code === 14) return 'a file that cannot be opened';
  return undefined;
}

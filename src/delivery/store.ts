import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import { makeFolder } from '../make-folder.ts';
import { BadInput } from '../problem.ts';
import { migrations } from './migrations.ts';
import { findTraces, leaveMark, lostStore, refuseLostStore, type Traces } from './store-begun.ts';
import { describeFile, inWords } from './store-faults.ts';

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
 * @throws {BadInput} when the file is not a store, is damaged, comes from a newer version or cannot be
 *   written; or when a store was begun in the folder and is gone or empty
 */
export function openStore(data: string): Store {
  makeFolder(data, { expected: 'a folder for lists and ledger', setting: 'PANUI_DATA' });
  const file = join(data, 'panui.db');
  const traces = findTraces(data);
  refuseLostStore(data, traces);
  try {
    const store = prepareStore(file, traces);
    leaveMark(data);
    return store;
  } catch (error) {
    const fault = error instanceof OtherStore ? { found: error.message } : describeFile(error);
    if (fault === undefined) throw error;
    const expected = 'a store of this version of Pānui';
    const remedy =
      'Restore the file from a backup, or move the whole folder away to begin with empty lists.';
    throw new BadInput([{ file, expected, remedy, ...fault }]);
  }
}

/** A database that this program must not touch; the message says whose it is. */
class OtherStore extends Error {}

function prepareStore(file: string, traces: Traces): Store {
  const database = new DatabaseSync(file, { timeout: 10_000, enableForeignKeyConstraints: true });
  try {
    const store = wrap(database);
    expectOwn(store, file, traces);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
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

const versionSchema = z.object({ user_version: z.int() });
const versionOf = (store: Store) =>
  store.rows(versionSchema, 'PRAGMA user_version')[0]?.user_version ?? 0;

/** Refuses what is no store of ours, before a byte of it changes. */
function expectOwn(store: Store, file: string, { found }: Traces): void {
  if (versionOf(store) > 0) return;
  const tables = store.rows(z.unknown(), 'SELECT 1 FROM sqlite_schema LIMIT 1');
  if (tables.length > 0) throw new OtherStore('the database of another program');
  if (found !== undefined) throw lostStore(file, 'a database without tables', found);
}

function migrate(store: Store): void {
  store.transaction(() => {
    const version = versionOf(store);
    if (version > migrations.length) throw new OtherStore('the store of a newer version');
    for (const step of migrations.slice(version)) store.script(step);
    store.script(`PRAGMA user_version = ${migrations.length}`);
  });
}

import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import { BadInput } from '../problem.ts';
import { migrations } from './migrations.ts';
import { describeFile, inWords, makeFolder } from './store-faults.ts';

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
  makeFolder(data);
  const file = join(data, 'panui.db');
  try {
    return prepareStore(file);
  } catch (error) {
    const expected = 'a store of this version of Pānui';
    const found =
      error instanceof NewerStore ? 'the store of a newer version' : describeFile(error);
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

function migrate(store: Store): void {
  store.transaction(() => {
    const [row] = store.rows(z.object({ user_version: z.int() }), 'PRAGMA user_version');
    const version = row?.user_version ?? 0;
    if (version > migrations.length) throw new NewerStore();
    for (const step of migrations.slice(version)) store.script(step);
    store.script(`PRAGMA user_version = ${migrations.length}`);
  });
}

import { closeSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { makeFolder } from '../../disk/make-folder.ts';
import { BadInput } from '../../problems/problem.ts';
import { expectOwn, isUpToDate, migrate, OtherStore } from './migrate.ts';
import { findTraces, leaveMark, refuseLostStore, type Traces } from './store-begun.ts';
import { describeBlocked, describeFile, inWords, movedAway } from './store-faults.ts';
import { storeForReading } from './store-for-reading.ts';
import type { Store, Values } from './store.ts';

/**
 * Opens the embedded store in the folder `data` (`PANUI_DATA`), making it on first use, and brings
 * its tables up to date. What is committed survives a power cut (WAL, synchronous=FULL).
 * @throws {BadInput} when the file is not a store, is damaged, comes from a newer version or cannot be
 *   written; or when a store was begun in the folder and is gone or empty
 */
export function openEmbedded(data: string): Store {
  makeFolder(data, { expected: 'a folder for lists and ledger', setting: 'PANUI_DATA' });
  const file = join(data, 'panui.db');
  const traces = findTraces(data);
  refuseLostStore(data, traces);
  try {
    const store = prepareStore(file, traces);
    leaveMark(data);
    return store;
  } catch (error) {
    const blocked = describeBlocked(error, data);
    const openings = { whole: () => prepareStore(file, traces), look: () => prepareToLook(file) };
    const readable = blocked === undefined ? undefined : storeForReading(blocked, openings);
    if (readable) return readable;
    const fault = error instanceof OtherStore ? { found: error.message } : describeFile(error);
    if (fault === undefined)
      throw blocked === undefined ? error : new Error(blocked, { cause: error });
    const expected = 'a store of this version of Pānui';
    const remedy =
      'Restore the file from a backup, or move the whole folder away to begin with empty lists.';
    throw new BadInput([{ file, expected, remedy, ...fault }]);
  }
}

/**
 * Opens the store in the folder `data` for reading alone, which waits for no writer (WAL), nor for room on the disk.
 * @throws {BadInput} when the store is lost
 * @throws {Error} when it cannot be opened, or has not the tables of this version
 */
export function openEmbeddedForReading(data: string): Store {
  refuseLostStore(data, findTraces(data));
  const file = join(data, 'panui.db');
  const whole = () => prepareToRead(file);
  try {
    return whole();
  } catch (error) {
    const blocked = describeBlocked(error, data);
    const readable =
      blocked === undefined
        ? undefined
        : storeForReading(blocked, { whole, look: () => prepareToLook(file) });
    if (readable) return readable;
    throw error;
  }
}

function prepareToRead(file: string): Store {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 100 });
  try {
    const store = wrap(database, file);
    if (isUpToDate(store)) return store;
  } catch (error) {
    database.close();
    throw error;
  }
  database.close();
  throw new Error('the store has the tables of another version; start the program again');
}

function prepareStore(file: string, traces: Traces): Store {
  makeForOwner(file);
  const database = new DatabaseSync(file, { timeout: 10_000, enableForeignKeyConstraints: true });
  try {
    const store = wrap(database, file);
    expectOwn(store, file, traces);
    database.exec('PRAGMA synchronous = FULL');
    // A new store gets its tables before it gets a log, so that a kill never leaves a log beside no tables.
    migrate(store);
    database.exec('PRAGMA journal_mode = WAL');
    return store;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Opens a store to look at it, where nothing can be written: without the index of its log, which SQLite
 * otherwise makes on the disk, for as long as no other program has it open; or, where the disk takes no byte
 * at all, as a file that nobody changes, if all that was written stands in it.
 * @throws {Error} when that cannot be done, or its tables are not those of this version
 */
function prepareToLook(file: string): Store {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  const unchanging = pathToFileURL(file);
  unchanging.search = '?immutable=1';
  try {
    return expectUpToDate(new DatabaseSync(file, { timeout: 10_000 }), file, alone);
  } catch (error) {
    if (log > 0) throw error;
    return expectUpToDate(new DatabaseSync(unchanging, { readOnly: true }), file);
  }
}

/* Who has a store alone keeps the index of its log in memory (sqlite.org/wal.html, 8). */
const alone = 'PRAGMA locking_mode = EXCLUSIVE; PRAGMA query_only = ON;';

function expectUpToDate(database: DatabaseSync, file: string, begin = ''): Store {
  try {
    database.exec(begin);
    const store = wrap(database, file);
    if (isUpToDate(store)) return store;
    throw new OtherStore('the store of another version');
  } catch (error) {
    database.close();
    throw error;
  }
}

/** It holds addresses, and SQLite would let everybody read it; what stands beside it follows. */
function makeForOwner(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch {
    // It is there already, or cannot be made: then SQLite says so.
  }
}

function wrap(database: DatabaseSync, file: string): Store {
  const opened = inodeOf(file);
  // What is written into a file that has lost its name is gone when the last program ends that has it open.
  const expectInPlace = () => {
    if (inodeOf(file) !== opened) throw new Error(movedAway);
  };
  const statements = new Map<string, Statement>();
  const prepare = (sql: string) => {
    const statement = statements.get(sql) ?? prepareStatement(database, sql);
    statements.set(sql, statement);
    return statement;
  };
  const store: Store = {
    rows: (schema, sql, values = {}) =>
      inWords(() => prepare(sql).all(values)).map((row) => schema.parse(row)),
    change: (sql, values = {}) => {
      const run = () => inWords(() => prepare(sql).run(values));
      return database.isTransaction ? run() : store.transaction(run);
    },
    script: (sql) => inWords(() => database.exec(sql)),
    transaction: (work) => {
      inWords(() => database.exec('BEGIN IMMEDIATE'));
      try {
        // Who had the lock until now may have moved it.
        expectInPlace();
        const result = work();
        inWords(() => database.exec('COMMIT'));
        return result;
      } catch (error) {
        // A full disk has rolled back already.
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
    snapshot: (work) => {
      inWords(() => database.exec('BEGIN'));
      try {
        return work();
      } finally {
        database.exec('ROLLBACK');
      }
    },
    version: () => versionSchema.parse(prepare('PRAGMA user_version').all({})[0]).user_version,
    identity: () => {
      const { ino, birthtimeNs } = statSync(file, { bigint: true });
      return `${ino}-${birthtimeNs}`;
    },
    overwriting: (work) => {
      inWords(() => database.exec('PRAGMA secure_delete = ON'));
      const result = work();
      inWords(() => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
      return result;
    },
    now: () => new Date(),
    // SQLite looks for the highest by itself.
    countOn: () => undefined,
    faults: () => [
      ...faultRow
        .parse(prepare('PRAGMA integrity_check').all({}))
        .flatMap((row) => (row.integrity_check === 'ok' ? [] : [row.integrity_check])),
      ...prepare('PRAGMA foreign_key_check')
        .all({})
        .map((row) => `a row of ${String(row['table'])} refers to one that is not there`),
    ],
    waitAtMost: (milliseconds) => database.exec(`PRAGMA busy_timeout = ${milliseconds}`),
    close: () => database.close(),
  };
  return store;
}

const faultRow = z.array(z.object({ integrity_check: z.string() }));
const versionSchema = z.object({ user_version: z.int() });

const inodeOf = (file: string) => statSync(file, { bigint: true, throwIfNoEntry: false })?.ino;

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

import { z } from 'zod';
import type { Store } from '../store.ts';
import type { AskedThread } from './ask-thread.ts';
import { toPostgres } from './dialect.ts';
import { faultInWords } from './postgres-faults.ts';
import type { Question } from './questions.ts';
import { laterTables } from './later-tables.ts';
import { tables } from './tables.ts';

const versionRow = z.object({ version: z.int() });
const identityRow = z.object({ identity: z.string() });

/*
 * Another server, another database, tables that were dropped and restored, and a copy that took over from
 * the one that wrote (a new timeline): each is another store than at the last look, and may be older.
 */
const identity = `SELECT s.system_identifier || '-' || d.oid || '-' || t.oid || '-' || c.timeline_id AS identity
  FROM pg_control_system() s, pg_control_checkpoint() c, pg_database d, pg_class t
  WHERE d.datname = current_database() AND t.oid = 'dispatches'::regclass`;

/** How often the clock of the database is looked at, in milliseconds. */
const measureEvery = 60_000;
const clock = `SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now`;
const clockRow = z.object({ now: z.number() });

const broken = `SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  WHERE NOT i.indisvalid AND c.relnamespace = 'panui'::regnamespace`;

/* VACUUM cannot be part of a transaction, and takes what was deleted from the disk. */
const deletedFrom = [tables, ...laterTables]
  .flatMap((step) => [...step.matchAll(/CREATE TABLE (\w+)/g)].map(([, name]) => name))
  .join(', ');

export interface PostgresStore extends Store {
  /** From now on, nothing is written while its tables have another version. */
  expectVersion(version: number): void;
}

/** The store over one connection to PostgreSQL. Whoever writes, in whatever program, waits for who is writing. */
export function postgresStore(thread: AskedThread, where: string): PostgresStore {
  const ask = (question: Question) => {
    const answer = thread.ask(question);
    if (answer.kind === 'done') return answer;
    throw faultInWords(answer, where);
  };
  let within = false;
  let measured = Number.NEGATIVE_INFINITY;
  let ahead = 0;
  let expected: number | undefined;
  const version = () => {
    const text = `SELECT coalesce((SELECT max(version) FROM panui.tables_version), 0) AS version`;
    return versionRow.parse(ask({ kind: 'query', text, values: [] }).rows[0]).version;
  };
  return {
    rows: (schema, sql, values = {}) =>
      ask({ kind: 'query', ...toPostgres(sql, values) }).rows.map((row) => schema.parse(row)),
    change: (sql, values = {}) =>
      (within
        ? ask({ kind: 'query', ...toPostgres(sql, values) })
        : ask({ kind: 'alone', version: expected, ...toPostgres(sql, values) })
      ).count,
    script: (text) => void ask({ kind: 'script', text: text.replaceAll('temp.', 'pg_temp.') }),
    transaction: (work) => {
      ask({ kind: 'begin', version: expected });
      within = true;
      try {
        const result = work();
        ask({ kind: 'commit' });
        return result;
      } catch (error) {
        // Where the connection is gone, so is all of it.
        thread.ask({ kind: 'rollback' });
        throw error;
      } finally {
        within = false;
      }
    },
    snapshot: (work) => {
      ask({ kind: 'snapshot' });
      try {
        return work();
      } finally {
        thread.ask({ kind: 'rollback' });
      }
    },
    version,
    expectVersion: (wanted) => {
      expected = wanted;
    },
    identity: () =>
      identityRow.parse(ask({ kind: 'query', text: identity, values: [] }).rows[0]).identity,
    overwriting: (work) => {
      const result = work();
      ask({ kind: 'script', text: `VACUUM ${deletedFrom}` });
      return result;
    },
    now: () => {
      const here = Date.now();
      if (Math.abs(here - measured) > measureEvery) {
        const [row] = ask({ kind: 'query', text: clock, values: [] }).rows;
        ahead = clockRow.parse(row).now - Date.now();
        measured = here;
      }
      return new Date(Date.now() + ahead);
    },
    countOn: (table, column) =>
      void ask({
        kind: 'query',
        text: `SELECT setval(pg_get_serial_sequence('${table}', '${column}'),
          (SELECT coalesce(max(${column}), 0) + 1 FROM ${table}), false)`,
        values: [],
      }),
    faults: () =>
      ask({ kind: 'query', text: broken, values: [] }).rows.map(
        (row) => `the index ${String(row['name'])} is not valid`,
      ),
    waitAtMost: (milliseconds) => void ask({ kind: 'patience', milliseconds }),
    close: () => thread.close(),
  };
}

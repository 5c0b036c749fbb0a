import { workerData } from 'node:worker_threads';
import pg from 'pg';
import { z } from 'zod';
import { ended, question as questionSchema, threadData } from './questions.ts';
import type { Answer, Question } from './questions.ts';

/* A thread with one connection to PostgreSQL. It answers one question after the other. */

const { url, mode, port, shared } = threadData.parse(workerData);
const answered = new Int32Array(shared);

/** Whoever writes holds this lock of the database until the end of the transaction, as SQLite has one writer. */
const writer = 'SELECT pg_advisory_xact_lock(1885433461)';

/** How long one waits for who else writes, in milliseconds. */
let patience = 10_000;

/* Numbers are numbers, as in SQLite: no count or moment of ours is above 2^53. Truth is 1 or 0. */
const int8 = 20;
const numeric = 1700;
const boolean = 16;
const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => {
    if (type === int8 || type === numeric) return Number;
    if (type === boolean) return (text: string) => (text === 't' ? 1 : 0);
    return pg.types.getTypeParser(type, format ?? 'text');
  },
};

let client: pg.Client | undefined;

/** The package takes these modes for `verify-full` anyway, and says so at length on every start. */
const inFull = (address: string) =>
  address.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/, '$1verify-full');

/** The connection; a new one where there is none, or where the last one was lost. */
async function connected(): Promise<pg.Client> {
  if (client) return client;
  const fresh = new pg.Client({
    connectionString: inFull(url),
    application_name: 'panui',
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: 10_000,
    // No statement of ours takes as long; who does not answer by then is gone without a word.
    query_timeout: 5 * 60_000,
    // A program that stands still in the middle of a change does not hold up all others for ever.
    idle_in_transaction_session_timeout: 60_000,
  });
  fresh.on('error', () => {
    if (client === fresh) client = undefined;
  });
  fresh.on('end', () => {
    if (client === fresh) client = undefined;
  });
  await fresh.connect();
  await fresh.query(
    `SET search_path = panui; SET lock_timeout = ${patience};
     SET synchronous_commit = on; SET tcp_user_timeout = 30000;
     ${mode === 'read' ? 'SET default_transaction_read_only = on;' : ''}`,
  );
  client = fresh;
  return fresh;
}

function drop(): void {
  const lost = client;
  client = undefined;
  lost?.end().catch(() => undefined);
}

/** Whether a transaction is under way, and on which connection: a new one knows nothing of it. */
let within: pg.Client | undefined;

/**
 * Begins a transaction in which nobody else writes.
 * @throws where the tables are those of another version, which another machine may have brought meanwhile
 */
async function begin(connection: pg.Client, version: number | undefined): Promise<void> {
  const look = version === undefined ? '' : `; ${versionQuery}`;
  try {
    const results: unknown = await connection.query(`BEGIN; ${writer}${look}`);
    const found = z.array(z.unknown()).parse(results).at(-1);
    if (version !== undefined && versionResult.parse(found).rows[0]?.version !== String(version))
      throw Object.assign(new Error('another version'), { code: 'version' });
  } catch (error) {
    await connection.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

const versionQuery = 'SELECT max(version) AS version FROM panui.tables_version';
const versionResult = z.object({ rows: z.array(z.object({ version: z.string().nullable() })) });

const done = (rows: Record<string, unknown>[] = [], count = 0): Answer => ({
  kind: 'done',
  rows,
  count,
});

async function answer(asked: Exclude<Question, { kind: 'close' | 'wake' }>): Promise<Answer> {
  let during: 'connect' | 'query' | 'commit' = 'connect';
  try {
    if (within && within !== client) {
      within = undefined;
      if (asked.kind === 'rollback') return done();
      return { kind: 'fault', code: '08006', message: 'connection lost', during: 'query' };
    }
    const connection = await connected();
    during = 'query';
    switch (asked.kind) {
      case 'query': {
        const { rows, rowCount } = await connection.query({ ...asked, types });
        return done(rows, rowCount ?? 0);
      }
      case 'alone': {
        await begin(connection, asked.version);
        try {
          const { rowCount } = await connection.query({ ...asked, types });
          during = 'commit';
          await connection.query('COMMIT');
          return done([], rowCount ?? 0);
        } catch (error) {
          await connection.query('ROLLBACK').catch(() => undefined);
          throw error;
        }
      }
      case 'script':
        await connection.query(asked.text);
        return done();
      case 'begin':
        await begin(connection, asked.version);
        within = connection;
        return done();
      case 'snapshot':
        await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        within = connection;
        return done();
      case 'commit':
        during = 'commit';
        within = undefined;
        await connection.query('COMMIT');
        return done();
      case 'rollback':
        within = undefined;
        await connection.query('ROLLBACK');
        return done();
      case 'patience':
        patience = asked.milliseconds;
        await connection.query(`SET lock_timeout = ${patience}`);
        return done();
    }
  } catch (error) {
    if (error instanceof Error && error.message === 'Query read timeout') drop();
    return {
      kind: 'fault',
      code: error instanceof Error ? String(Reflect.get(error, 'code') ?? '') : '',
      message: error instanceof Error ? error.message : String(error),
      during,
    };
  }
}

// Whoever waits for an answer of a thread that ended is told so.
process.on('exit', () => {
  Atomics.store(answered, 0, ended);
  Atomics.notify(answered, 0);
});

const say = (what: Answer) => {
  port.postMessage(what);
  Atomics.store(answered, 0, 1);
  Atomics.notify(answered, 0);
};

port.on('message', (message: unknown) => {
  const asked = questionSchema.parse(message);
  if (asked.kind === 'close') {
    const left = client?.end() ?? Promise.resolve();
    void left.catch(() => undefined).then(() => process.exit());
    return;
  }
  if (asked.kind !== 'wake') void answer(asked).then(say);
});

import { MessagePort } from 'node:worker_threads';
import { z } from 'zod';

/** What the thread of a connection is told when it begins. */
export const threadData = z.object({
  url: z.string(),
  /** Who only reads asks for a transaction in which nothing can be written. */
  mode: z.enum(['write', 'read']),
  port: z.instanceof(MessagePort),
  shared: z.instanceof(SharedArrayBuffer),
});
export type ThreadData = z.output<typeof threadData>;

/** Stands where an answer is signalled once the thread has ended. */
export const ended = 2;

const value = z.union([z.string(), z.number(), z.null()]);

/** The version that its tables have to have for that; left out while they are made. */
const version = z.int().optional();

export const question = z.discriminatedUnion('kind', [
  /** One statement with its values. */
  z.object({ kind: z.literal('query'), text: z.string(), values: z.array(value) }),
  /** The same in a transaction of its own, while nobody else writes. */
  z.object({ kind: z.literal('alone'), text: z.string(), values: z.array(value), version }),
  /** Statements without values. */
  z.object({ kind: z.literal('script'), text: z.string() }),
  /** Begins a transaction; until it ends, nobody else writes. */
  z.object({ kind: z.literal('begin'), version }),
  /** Begins to read the database as it is at this moment; it ends with a rollback. */
  z.object({ kind: z.literal('snapshot') }),
  z.object({ kind: z.literal('commit') }),
  z.object({ kind: z.literal('rollback') }),
  /** How long to wait for who else writes, in milliseconds. */
  z.object({ kind: z.literal('patience'), milliseconds: z.int() }),
  /** Wants no answer. */
  z.object({ kind: z.literal('wake') }),
  z.object({ kind: z.literal('close') }),
]);
export type Question = z.output<typeof question>;

export const answerMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('done'),
    rows: z.array(z.record(z.string(), z.unknown())),
    count: z.int(),
  }),
  z.object({
    kind: z.literal('fault'),
    /** SQLSTATE of PostgreSQL, or the code of the system where the database was not reached. */
    code: z.string(),
    message: z.string(),
    /** The connection was lost, while the answer to a COMMIT was awaited: the change may be kept or not. */
    during: z.enum(['connect', 'query', 'commit']),
  }),
]);
export type Answer = z.output<typeof answerMessage>;

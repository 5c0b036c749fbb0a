import type { z } from 'zod';

/** What stands in a statement for its names: `$id` takes the value of `id`. */
export type Values = Record<string, string | number | bigint | null>;

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
  /** How many steps of `migrations` its tables have taken. */
  version(): number;
  /** Which database it is: another word after it was copied, moved to another place, or restored. */
  identity(): string;
  /** Runs `work`, which only reads, and all of which sees the store as it is at this moment. */
  snapshot<Result>(work: () => Result): Result;
  /**
   * Runs `work`, which deletes. What it deletes is overwritten in an embedded store; in PostgreSQL its place is
   * given free, and is the server's to use again: its log and its backups are its administrator's.
   */
  overwriting<Result>(work: () => Result): Result;
  /** The present moment by the clock that every program which shares the store goes by. */
  now(): Date;
  /** After rows with ids of their own were put into a table: new ones get higher ids. */
  countOn(table: string, column: string): void;
  /** Whether nothing in it contradicts what the database promises; each fault as a sentence. */
  faults(): string[];
  /** From now on, waits at most so many milliseconds for somebody else who writes. */
  waitAtMost(milliseconds: number): void;
  /** Why nothing can be written though what is there can be read; left out where all is well. */
  readonly blocked?: string | undefined;
  close(): void;
}

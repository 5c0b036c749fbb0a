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
  /** Why nothing can be written though what is there can be read; left out where all is well. */
  readonly blocked?: string | undefined;
  close(): void;
}

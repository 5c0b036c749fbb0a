import type { Store } from './store.ts';

/** Ways to open the same store; each throws where it cannot. */
export interface Openings {
  /** For everything. */
  whole: () => Store;
  /** For one look, without writing a byte. */
  look: () => Store;
}

/**
 * A store of which nothing can be written for now, as on a full disk: what is there can be read. Each look
 * opens it anew, so that it sees what others write once they can again; it becomes the whole store as soon as
 * that can be opened.
 * @param blocked why, as a sentence without its full stop
 * @returns nothing where it cannot be read either
 */
export function storeForReading(blocked: string, { whole, look }: Openings): Store | undefined {
  let opened: Store | undefined;
  const tryWhole = (): Store | undefined => {
    try {
      opened ??= whole();
    } catch {
      // Still blocked.
    }
    return opened;
  };
  const toChange = (): Store => {
    const store = tryWhole();
    if (store) return store;
    throw new Error(blocked);
  };
  try {
    look().close();
  } catch {
    return undefined;
  }
  return {
    rows: (schema, sql, values) => {
      const store = tryWhole();
      if (store) return store.rows(schema, sql, values);
      const once = look();
      try {
        return once.rows(schema, sql, values);
      } finally {
        once.close();
      }
    },
    change: (sql, values) => toChange().change(sql, values),
    script: (sql) => toChange().script(sql),
    transaction: (work) => toChange().transaction(work),
    version: () => {
      const store = tryWhole() ?? look();
      try {
        return store.version();
      } finally {
        if (store !== opened) store.close();
      }
    },
    identity: () => toChange().identity(),
    snapshot: (work) => toChange().snapshot(work),
    overwriting: (work) => toChange().overwriting(work),
    now: () => new Date(),
    countOn: (table, column) => toChange().countOn(table, column),
    faults: () => toChange().faults(),
    waitAtMost: (milliseconds) => toChange().waitAtMost(milliseconds),
    get blocked() {
      return opened ? undefined : blocked;
    },
    close: () => opened?.close(),
  };
}

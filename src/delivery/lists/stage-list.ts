import { z } from 'zod';
import type { CsvSubscriber } from '../list-files/csv-subscriber.ts';
import { inBatches, insertRows } from '../store/insert-rows.ts';
import type { Store } from '../store/store.ts';
import { newToken, tokenSchema } from './subscription.ts';

/** Where the rows of a file are until all were read. */
export interface Stage {
  add(subscriber: CsvSubscriber, forgotten: boolean): void;
  /** Writes down what was added last; until then it may not stand in the table. */
  flush(): void;
}

/** A row with the address of an earlier one. */
export interface Repeated {
  address: string;
  line: number;
  earlier: number;
}

interface Staged {
  subscriber: CsvSubscriber;
  forgotten: boolean;
}

/**
 * Makes the staging table; it is this connection's own and empty.
 * @param onRepeated hears of each row whose address an earlier row has, some rows later; it is left out
 */
export function openStage(store: Store, onRepeated: (row: Repeated) => void): Stage {
  store.script(`
    DROP TABLE IF EXISTS temp.stage;
    CREATE TEMP TABLE stage (
      address TEXT PRIMARY KEY, line INTEGER NOT NULL, name TEXT NOT NULL, organisation TEXT NOT NULL,
      region TEXT NOT NULL, consent TEXT NOT NULL, source TEXT NOT NULL, date TEXT NOT NULL,
      token TEXT NOT NULL UNIQUE, barred TEXT
    );`);
  const { add, flush } = inBatches<Staged>((rows) => writeRows(store, rows, onRepeated));
  return { add: (subscriber, forgotten) => add({ subscriber, forgotten }), flush };
}

function writeRows(
  store: Store,
  rows: readonly Staged[],
  onRepeated: (row: Repeated) => void,
): void {
  const first = earlierLines(store, rows);
  const takeToken = freeTokens(store, rows);
  const fresh = rows.filter(({ subscriber: { address, line } }) => {
    const earlier = first.get(address);
    if (earlier === undefined) first.set(address, line);
    else onRepeated({ address, line, earlier });
    return earlier === undefined;
  });
  insertRows(
    store,
    'temp.stage',
    fresh.map(({ subscriber, forgotten }) => ({
      ...subscriber,
      token: takeToken(subscriber),
      barred: forgotten ? 'forgotten' : null,
    })),
  );
}

/** On which line each of these addresses stood before, of those that did. */
function earlierLines(store: Store, rows: readonly Staged[]): Map<string, number> {
  const addresses = JSON.stringify(rows.map(({ subscriber }) => subscriber.address));
  const found = store.rows(
    z.object({ address: z.string(), line: z.int() }),
    'SELECT address, line FROM temp.stage WHERE address IN (SELECT value FROM json_each($addresses))',
    { addresses },
  );
  return new Map(found.map(({ address, line }) => [address, line]));
}

/** The token that an export brings along, so that links in bulletins that went out go on working; or a new one. */
function freeTokens(store: Store, rows: readonly Staged[]): (subscriber: CsvSubscriber) => string {
  const brought = rows.flatMap(({ subscriber: { token } }) => (isToken(token) ? [token] : []));
  const taken = new Set<string>();
  if (brought.length > 0) {
    const tokens = JSON.stringify(brought);
    const found = store.rows(
      z.object({ token: z.string() }),
      `SELECT token FROM temp.stage WHERE token IN (SELECT value FROM json_each($tokens))
       UNION ALL SELECT token FROM subscriptions WHERE token IN (SELECT value FROM json_each($tokens))`,
      { tokens },
    );
    for (const { token } of found) taken.add(token);
  }
  return ({ token }) => {
    const free = isToken(token) && !taken.has(token) ? token : newToken();
    taken.add(free);
    return free;
  };
}

// A `safeParse` that fails in every row leaves its errors behind for longer than the row.
const isToken = (token: string) => token !== '' && tokenSchema.safeParse(token).success;

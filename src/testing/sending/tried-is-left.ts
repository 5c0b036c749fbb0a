import type { Store } from '../../delivery/store/store.ts';

/**
 * A store with a planted mistake: "was tried" stands for "may have left", as `attempts = 0` once did.
 * Whoever leaves after a chunk was first claimed is not taken out of it any more.
 */
export function triedIsLeft(store: Store): Store {
  const wrong = (sql: string) =>
    sql
      .replace(
        'may_have_left_at AS "mayHaveLeftAt" FROM chunks',
        '(SELECT min(a.started_at) FROM attempts a WHERE a.dispatch = chunks.dispatch AND a.seq = chunks.seq) AS "mayHaveLeftAt" FROM chunks',
      )
      .replace(
        /^(SELECT EXISTS \(SELECT 1 FROM deliveries .*\)) AS found$/s,
        '$1 AND FALSE AS found',
      );
  return { ...store, rows: (schema, sql, values) => store.rows(schema, wrong(sql), values) };
}

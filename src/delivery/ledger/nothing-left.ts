import type { Store } from '../store/store.ts';

/**
 * Notes that nobody got anything of a chunk, as the answer to its only request proves: who leaves from
 * now on is taken out of it. Where that was all the dispatch had sent, nothing of it has left; one that was
 * cancelled meanwhile stays cancelled for good.
 */
export function nothingLeft(store: Store, id: number, { seq }: { seq: number }): void {
  store.change(
    `UPDATE chunks SET may_have_left_at = NULL WHERE dispatch = $id AND seq = $seq
       AND may_have_left_at IS NOT NULL`,
    { id, seq },
  );
  store.change(
    `UPDATE dispatches SET attempted = 0 WHERE id = $id AND attempted = 1 AND status <> 'cancelled'
       AND NOT EXISTS (
       SELECT 1 FROM chunks c WHERE c.dispatch = $id AND c.may_have_left_at IS NOT NULL)`,
    { id },
  );
}

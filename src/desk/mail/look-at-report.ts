import type { BulletinStatus, DispatchProgress } from '../../delivery/delivery-status.ts';
import { failedDeliveries } from '../../delivery/dispatch/send-again.ts';
import { figuresBefore, figuresOf } from '../../delivery/figures/dispatch-figures.ts';
import { figuresByOrganisation } from '../../delivery/figures/figures-by-organisation.ts';
import { figuresByTime } from '../../delivery/figures/figures-by-time.ts';
import { areCounts } from '../../delivery/ledger/are-counts.ts';
import { findDispatch } from '../../delivery/ledger/dispatch.ts';
import { openCases } from '../../delivery/ledger/resolve.ts';
import type { Store } from '../../delivery/store/store.ts';

/* Half a year of a monthly newsletter. */
const mostBefore = 5;

/** All that the report of a dispatch says; undefined where none has begun. */
export function lookAtReport(store: Store, status: BulletinStatus, dispatch: DispatchProgress) {
  const found = findDispatch(store, status.edition, status.audience);
  if (!found) return undefined;
  const failed = failedDeliveries(store, found).filter(({ onList, again }) => onList && !again);
  return {
    status,
    dispatch,
    figures: figuresOf(store, found),
    before: figuresBefore(store, found, mostBefore),
    byTime: figuresByTime(store, found),
    byOrganisation: figuresByOrganisation(store, found),
    cases: openCases(store, found),
    failed: failed.length,
    areCounts: areCounts(store, found),
  };
}

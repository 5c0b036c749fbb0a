import { z } from 'zod';
import { applyKept } from '../events/kept-reports.ts';
import { dispatchState, moveDispatch } from '../ledger/dispatch.ts';
import { learnFromJournal } from '../ledger/journal.ts';
import { clockTolerance, later } from '../ledger/limits.ts';
import { needPerson } from '../ledger/review.ts';
import { normaliseAddress } from '../list-files/address.ts';
import { isSameStore, rememberStore } from '../store/same-store.ts';
import type { Store } from '../store/store.ts';
import type { DispatchRun } from './dispatch-run.ts';
import { listSent, NoList, type SentMessage } from './list-sent.ts';

/*
 * A whole data folder that comes back from a backup knows nothing of what was sent since, and neither does anything
 * beside it. The provider does: it keeps keys for 24 hours, and for 30 days a list of what it sent.
 */

/** How long the provider lists what it sent, in milliseconds. */
const listed = 30 * 24 * 3_600_000;

/** How many pages of it are read while nothing says that the store was copied: of the newest 1,000 messages. */
const fewPages = 10;

/**
 * Holds a dispatch, before anything of it is sent, against what the provider says it has sent. Who has the
 * bulletin though the ledger never sent it to them is written down as accepted, and everybody else of whom the
 * store thinks that nothing left waits for a person: the store is from before, and what the provider lists may
 * not be all. Where the file of the store is another one than at the last look, the whole list is read.
 */
export async function recogniseRestored(run: DispatchRun): Promise<void> {
  const { store, data, dispatch, now } = run;
  const { id } = dispatch;
  learnFromJournal(store, data, dispatch);
  try {
    const found = await unknownToLedger(run, isSameStore(store));
    store.transaction(() => {
      if (found.length > 0) waitForPerson(store, id, found, now());
      rememberStore(store);
    });
  } catch (error) {
    if (!(error instanceof NoList)) throw error;
    const reason = `The provider does not say what it has sent, so nobody knows whether this store is an older backup: ${error.message.replace(/\.$/, '')}. Send again to go on.`;
    moveDispatch(store, id, ['freezing', 'frozen', 'sending', 'paused'], 'paused', reason);
  }
}

interface Found {
  position: number;
  emailId: string;
}

async function unknownToLedger(run: DispatchRun, isSame: boolean): Promise<Found[]> {
  const { store, dispatch, transport, sleep, signal, now } = run;
  const { id, bulletin, frozenAt } = dispatch;
  const thirtyDays = new Date(now().getTime() - listed);
  const since =
    isSame && dispatchState(store, id).attempted
      ? new Date(later(new Date(frozenAt), -clockTolerance))
      : thirtyDays;
  const found: Found[] = [];
  let pages = 0;
  const rest = (milliseconds: number) => sleep(milliseconds, signal);
  for await (const page of listSent(transport, since, rest)) {
    const ours = page.filter(
      ({ from, subject }) => from.includes(bulletin.from.address) && subject === bulletin.subject,
    );
    found.push(...ours.flatMap((message) => neverLeft(store, id, message)));
    pages += 1;
    if (isSame && found.length === 0 && pages >= fewPages) break;
  }
  return found;
}

const positionSchema = z.object({ position: z.int() });

/**
 * The people of a message to whom, as the ledger has it, nothing can have left yet of the chunk that is to bring
 * it: of what is sent once more that is a new one.
 */
const neverLeft = (store: Store, id: number, { to, emailId }: SentMessage): Found[] =>
  to.flatMap((word) => {
    const parsed = normaliseAddress(word);
    if (!parsed.ok) return [];
    const { address } = parsed;
    return store
      .rows(positionSchema, neverLeftQuery, { id, address, emailId })
      .map(({ position }) => ({ position, emailId }));
  });

/* Of what is sent once more the provider lists the first message; of another dispatch with the same subject, an answer with the id may have been lost. */
const neverLeftQuery = `
  SELECT v.position FROM deliveries v
  WHERE v.dispatch = $id AND v.address = $address AND v.status = 'pending'
    AND NOT EXISTS (SELECT 1 FROM chunks c WHERE c.may_have_left_at IS NOT NULL AND c.dispatch = $id
      AND c.seq = (SELECT max(n.seq) FROM chunks n WHERE n.dispatch = $id
        AND v.position BETWEEN n.first_position AND n.last_position))
    AND NOT EXISTS (SELECT 1 FROM deliveries o WHERE o.email_id = $emailId AND o.email_id <> '')
    AND NOT EXISTS (SELECT 1 FROM resendings r WHERE r.email_id = $emailId)
    AND NOT EXISTS (SELECT 1 FROM events e WHERE e.email_id = $emailId AND e.dispatch <> $id)
    AND NOT EXISTS (SELECT 1 FROM dispatches d
      JOIN deliveries o ON o.dispatch = d.id AND o.address = $address AND o.email_id IS NULL
      JOIN chunks c ON c.dispatch = d.id AND c.may_have_left_at IS NOT NULL
        AND o.position BETWEEN c.first_position AND c.last_position
      WHERE d.id <> $id)`;

const chunkSchema = z.object({ first: z.int(), last: z.int() });

function waitForPerson(store: Store, id: number, found: readonly Found[], now: Date): void {
  for (const { position, emailId } of found) {
    store.change(
      `UPDATE deliveries SET status = 'accepted', email_id = $emailId, reason = NULL
       WHERE dispatch = $id AND position = $position AND status = 'pending'`,
      { id, position, emailId },
    );
  }
  applyKept(
    store,
    found.map(({ emailId }) => emailId),
    now,
  );
  store.change('UPDATE dispatches SET attempted = 1 WHERE id = $id', { id });
  // Of these everybody has it.
  store.change(
    `UPDATE chunks SET status = 'accepted', may_have_left_at = $now, attempts = CASE WHEN attempts < 1 THEN 1 ELSE attempts END
     WHERE dispatch = $id AND status = 'ready' AND NOT EXISTS (SELECT 1 FROM deliveries v
       WHERE v.dispatch = $id AND v.status = 'pending'
         AND v.position BETWEEN chunks.first_position AND chunks.last_position)`,
    { id, now: now.toISOString() },
  );
  const why = 'the store is older than what was sent, and the provider does not list them';
  const chunks = store.rows(
    chunkSchema,
    `UPDATE chunks SET status = 'review', reason = $why WHERE dispatch = $id AND status = 'ready'
     RETURNING first_position AS first, last_position AS last`,
    { id, why },
  );
  for (const chunk of chunks) needPerson(store, id, chunk, why);
  if (chunks.length === 0) return;
  const reason = `The provider has sent ${found.length} of these messages that this store does not know of: it is older than they are, as a backup is. If there is a newer store, put it in its place; else decide about the others.`;
  moveDispatch(store, id, ['freezing', 'frozen', 'sending', 'paused'], 'review', reason);
}

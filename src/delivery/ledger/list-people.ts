import { z } from 'zod';
import type { Store } from '../store/store.ts';
import type { BodySource } from './chunk-body.ts';
import { atOnce } from './limits.ts';

/** How many chunks are written down in one transaction: so long does somebody else wait for the store. */
const chunksAtOnce = 4;

const beginning = z.object({
  upTo: z.int().nullable(),
  size: z.int().nullable(),
  total: z.int(),
  before: z.int(),
});

/**
 * Writes the next people of a dispatch down, and their chunks, in one transaction: everybody who was on the
 * list when it was frozen. Who has left since is among them and is taken out when their chunk is claimed; who was
 * forgotten is a number. It goes on where any process stopped, and several may do it at once.
 * @returns whether there may be more
 */
export const listSome = (store: Store, source: BodySource): boolean =>
  store.transaction(() => {
    const { id } = source;
    const { audience } = source.bulletin;
    const [at] = store.rows(beginning, beginningQuery, { id });
    if (!at || at.upTo === null || at.size === null) return false;
    const { upTo, size, before } = at;
    const most = size * chunksAtOnce;
    const [next] = store.rows(nextSchema, nextQuery, { id, audience, upTo, most });
    if (!next || next.last === null) {
      endListing(store, id, at.total - before);
      return false;
    }
    const { last } = next;
    const asks = source.bulletin.asks === false ? 0 : 1;
    const span = { id, audience, upTo, last, before };
    const listed = store.change(insertDeliveries, { ...span, asks, reason: wantsAction });
    store.change(insertChunks, { id, size, before, atOnce });
    store.change('UPDATE dispatches SET listed_up_to = $last WHERE id = $id', { id, last });
    if (listed !== next.people)
      throw new Error(`${listed} people were written down of ${next.people}`);
    return true;
  });

const beginningQuery = `
  SELECT listed_up_to AS "upTo", chunk_people AS size, total,
    (SELECT coalesce(max(position), 0) FROM deliveries WHERE dispatch = $id) AS before
  FROM dispatches WHERE id = $id`;

/* How they stood when the dispatch was frozen, not how they do now. */
const wasOn = `coalesce((SELECT b.was FROM stood_before b
    WHERE b.dispatch = $id AND b.subscriber = p.subscriber), p.status) = 'subscribed'`;

const nextSchema = z.object({ last: z.int().nullable(), people: z.int() });
const nextQuery = `
  SELECT max(subscriber) AS last, count(*) AS people FROM (
    SELECT p.subscriber FROM subscriptions p
    WHERE p.list = $audience AND p.subscriber > $upTo AND ${wasOn}
    ORDER BY p.subscriber LIMIT $most) next`;

/** Why somebody is left out of a bulletin that asks nothing of its audience. */
const wantsAction = 'wants only what needs action';

const insertDeliveries = `
  INSERT INTO deliveries (dispatch, position, address, token, status, reason)
  SELECT $id, $before + row_number() OVER (ORDER BY p.subscriber), s.address, p.token,
    CASE WHEN p.wants = 'every' OR $asks = 1 THEN 'pending' ELSE 'excluded' END,
    CASE WHEN p.wants = 'every' OR $asks = 1 THEN NULL ELSE $reason END
  FROM subscriptions p JOIN subscribers s ON s.id = p.subscriber
  WHERE p.list = $audience AND p.subscriber > $upTo AND p.subscriber <= $last AND ${wasOn}
  ORDER BY p.subscriber`;

/* A chunk holds so many people who get it; who is left out has a place in it, and is no message of it. */
const insertChunks = `
  INSERT INTO chunks (dispatch, seq, first_position, last_position, people, next_attempt_at)
  SELECT $id, (SELECT coalesce(max(seq), 0) FROM chunks WHERE dispatch = $id) + 1
      + (CASE WHEN nth < 1 THEN 0 ELSE nth - 1 END) / CAST($size AS INTEGER) AS number,
    min(position), max(position), sum(gets), $atOnce
  FROM (SELECT position, gets, sum(gets) OVER (ORDER BY position) AS nth FROM (
    SELECT position, CASE status WHEN 'pending' THEN 1 ELSE 0 END AS gets
    FROM deliveries WHERE dispatch = $id AND position > $before) listed) numbered
  GROUP BY 2`;

/** Everybody has a place in exactly one chunk or was forgotten, and that adds up to the list. */
function endListing(store: Store, id: number, missing: number): void {
  const [sums] = store.rows(
    z.object({ spanned: z.int(), last: z.int(), gone: z.int() }),
    `SELECT coalesce(sum(last_position - first_position + 1), 0) AS spanned,
       coalesce(max(last_position), 0) AS last,
       (SELECT count(*) FROM stood_before WHERE dispatch = $id AND was = 'forgotten') AS gone
     FROM chunks WHERE dispatch = $id`,
    { id },
  );
  if (sums?.gone !== missing || sums.spanned !== sums.last) {
    const found = JSON.stringify({ ...sums, missing });
    throw new Error(`the chunks do not add up to the list: ${found}`);
  }
  countUnlisted(store, id, missing, 'forgotten');
}

/** Ends the writing down of a dispatch that is cancelled: whose turn has not come counts as excluded. */
export function cancelListing(store: Store, id: number): void {
  const [at] = store.rows(beginning, beginningQuery, { id });
  if (at && at.upTo !== null) countUnlisted(store, id, at.total - at.before, 'cancelled');
}

function countUnlisted(store: Store, id: number, people: number, reason: string): void {
  if (people > 0) {
    store.change(
      `INSERT INTO delivery_counts (dispatch, status, reason, people)
       VALUES ($id, 'excluded', $reason, $people)`,
      { id, reason, people },
    );
  }
  store.change('UPDATE dispatches SET listed_up_to = NULL WHERE id = $id', { id });
  store.change('DELETE FROM stood_before WHERE dispatch = $id', { id });
}

import { z } from 'zod';
import { audienceId } from '../../schemas/audience-id.ts';
import { bulletinId } from '../../schemas/fields.ts';
import { bulletinSchema, type Bulletin } from '../../schemas/bulletin.ts';
import type { Audience } from '../../publication/site.ts';
import { listWords } from '../messages/message-headers.ts';
import type { Store } from '../store/store.ts';

/** How far a dispatch has come. `review`: a person has to decide something before it goes on. */
export const dispatchStatus = z.enum([
  'freezing',
  'frozen',
  'sending',
  'paused',
  'review',
  'done',
  'cancelled',
]);

export type DispatchStatus = z.output<typeof dispatchStatus>;

const bulletinText = z
  .string()
  .transform((text): Bulletin => bulletinSchema.parse(JSON.parse(text)));

const rowSchema = z.object({
  id: z.int(),
  edition: bulletinId,
  audience: audienceId,
  status: dispatchStatus,
  /** Why it is paused, in review or cancelled, as a sentence. */
  reason: z.string(),
  hash: z.string(),
  bulletin: bulletinText,
  siteUrl: z.url(),
  listName: z.string().nullable(),
  unsubscribeAddress: z.string().nullable(),
  /** How many subscribers it was frozen with. */
  total: z.int(),
  /** Whether a byte of any message may have left. */
  attempted: z.int().transform(Boolean),
  frozenAt: z.iso.datetime(),
  /** Not to begin before this moment, where one was given. */
  sendAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  /** When the command that carries it last said that it is there; null where it has ended. */
  aliveAt: z.iso.datetime().nullable(),
});

/* A dispatch from before these words were frozen has those of now. */
const dispatchSchema = rowSchema.transform(({ listName, unsubscribeAddress, ...row }) => ({
  ...row,
  /** What its messages say of the list. */
  words:
    listName === null || unsubscribeAddress === null
      ? listWords(row.audience)
      : { listName, unsubscribeAddress },
}));

/** One sending of one bulletin to one frozen list. Moments are in UTC. */
export type Dispatch = z.output<typeof dispatchSchema>;

const columns = `id, edition, audience, status, reason, hash, bulletin, site_url AS "siteUrl",
  list_name AS "listName", unsubscribe_address AS "unsubscribeAddress", total,
  attempted, frozen_at AS "frozenAt", send_at AS "sendAt", finished_at AS "finishedAt",
  alive_at AS "aliveAt"`;

/** The dispatch of an edition to an audience; one that was cancelled before anything left does not count. */
export function findDispatch(store: Store, edition: string, list: Audience): Dispatch | undefined {
  return store.rows(
    dispatchSchema,
    `SELECT ${columns} FROM dispatches
     WHERE edition = $edition AND audience = $list AND (status <> 'cancelled' OR attempted = 1)`,
    { edition, list },
  )[0];
}

/** The dispatch of an edition to an audience that was cancelled last, also before anything left. */
export function findCancelled(store: Store, edition: string, list: Audience): Dispatch | undefined {
  return store.rows(
    dispatchSchema,
    `SELECT ${columns} FROM dispatches
     WHERE edition = $edition AND audience = $list AND status = 'cancelled'
     ORDER BY id DESC LIMIT 1`,
    { edition, list },
  )[0];
}

const statusRow = z.object({
  status: dispatchStatus,
  reason: z.string(),
  sendAt: z.iso.datetime().nullable(),
  attempted: z.int().transform(Boolean),
});

/** How far a dispatch has come by now, without reading its bulletin. */
export function dispatchState(store: Store, id: number): z.output<typeof statusRow> {
  const [row] = store.rows(
    statusRow,
    'SELECT status, reason, send_at AS "sendAt", attempted FROM dispatches WHERE id = $id',
    { id },
  );
  if (!row) throw new Error('the dispatch is gone');
  return row;
}

/** Sets the moment before which a dispatch does not begin, or go on; gives the dispatch as it is then. */
export function schedule(store: Store, dispatch: Dispatch, sendAt: Date): Dispatch {
  const moment = sendAt.toISOString();
  store.change('UPDATE dispatches SET send_at = $moment WHERE id = $id', {
    id: dispatch.id,
    moment,
  });
  return { ...dispatch, sendAt: moment };
}

/**
 * Moves a dispatch on, only from one of the states `from`; of several who try, one does.
 * @returns whether it moved
 */
export function moveDispatch(
  store: Store,
  id: number,
  from: readonly DispatchStatus[],
  to: DispatchStatus,
  reason = '',
  finishedAt: Date | null = null,
): boolean {
  const changed = store.change(
    `UPDATE dispatches SET status = $to, reason = $reason, finished_at = $finishedAt
     WHERE id = $id AND status IN (SELECT value FROM json_each($from))`,
    { id, to, reason, finishedAt: finishedAt?.toISOString() ?? null, from: JSON.stringify(from) },
  );
  return changed > 0;
}

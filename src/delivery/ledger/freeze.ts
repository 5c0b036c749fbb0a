import { z } from 'zod';
import { BadInput } from '../../problems/problem.ts';
import type { Bulletin } from '../../schemas/bulletin.ts';
import type { Store } from '../store/store.ts';
import { noteAct } from '../trail/note-act.ts';
import type { Sources } from '../bulletins/read-sources.ts';
import { listWords } from '../messages/message-headers.ts';
import { chunkSize } from './chunk-body.ts';
import { begunBefore } from './begun-before.ts';
import { findDispatch, type Dispatch } from './dispatch.ts';
import { longestAddress, mostMessages } from './limits.ts';

export interface FreezeOrder {
  bulletin: Bulletin;
  /** What the bulletin was made of, to be kept with it; tests may have nothing. */
  sources?: Sources | undefined;
  /** The origin in the addresses to unsubscribe. */
  siteUrl: string;
  /** How many subscribers a person expects to be on the list. */
  expect: number;
  now: Date;
  /** Who sends it, as they said; empty where they did not. */
  by?: string | undefined;
  /** When to begin, where not at once. */
  sendAt?: Date | undefined;
  /** Refuses to go on with one that somebody else began. */
  isNew?: boolean | undefined;
  /** The most people in one chunk; tests make chunks small. */
  mostPeople?: number | undefined;
}

/**
 * Fixes for ever who gets a bulletin and its bytes: the list as it is at this moment. Later changes of it do not
 * matter, but for people who leave. The people are written down afterwards, by `sealDispatch`, a few at a time, so
 * that nobody waits long. Doing it again changes nothing.
 * @throws {BadInput} when the list does not have exactly the expected number of people
 */
export function freeze(store: Store, order: FreezeOrder): Dispatch {
  const { edition, audience } = order.bulletin;
  return store.transaction(() => {
    const existing = findDispatch(store, edition, audience);
    if (existing && order.isNew) throw new BadInput([begunBefore(store, existing)]);
    if (existing) return existing;
    const { count, wanted } = countList(store, audience);
    if (count !== order.expect || count === 0) throw unexpected(audience, order.expect, count);
    if (order.bulletin.asks === false && wanted === 0) throw nobodyWants(audience);
    const id = insertDispatch(store, order);
    for (const [file, text] of Object.entries(order.sources ?? {})) {
      store.change('INSERT INTO sources VALUES ($id, $file, $text)', { id, file, text });
    }
    const { expect } = order;
    const detail = expect === 1 ? 'To 1 subscriber.' : `To ${expect} subscribers.`;
    noteAct(store, { by: order.by ?? '', act: 'send', edition, audience, detail }, order.now);
    const dispatch = findDispatch(store, edition, audience);
    if (!dispatch) throw new Error('a dispatch was frozen and cannot be found');
    const people = Math.min(order.mostPeople ?? mostMessages, chunkSize(dispatch, longestAddress));
    store.change('UPDATE dispatches SET listed_up_to = 0, chunk_people = $people WHERE id = $id', {
      id,
      people,
    });
    return dispatch;
  });
}

/** The refusal of a list that has another number of people than somebody expected. */
export function unexpected(audience: string, expected: number, found: number): BadInput {
  const remedy =
    found === 0
      ? `Take people in with \`npm run -s panui -- lists import ${audience} FILE.csv\`.`
      : `Look at the list with \`npm run -s panui -- lists\`. If ${found} is right, say --expect ${found}.`;
  return new BadInput([
    {
      file: `the list ${audience}`,
      expected: `${expected} subscribers`,
      found: `${found}`,
      remedy,
    },
  ]);
}

/** How many are on a list, and how many of them want bulletins that ask nothing of them. */
function countList(store: Store, audience: string) {
  const [row] = store.rows(
    z.object({ count: z.int(), wanted: z.int() }),
    `SELECT count(*) AS count, count(*) FILTER (WHERE wants = 'every') AS wanted
     FROM subscriptions WHERE list = $audience AND status = 'subscribed'`,
    { audience },
  );
  return row ?? { count: 0, wanted: 0 };
}

const nobodyWants = (audience: string) =>
  new BadInput([
    {
      file: `the list ${audience}`,
      expected: 'somebody who gets a bulletin that asks nothing of them',
      found: 'only people who want what needs action',
      remedy: 'There is nobody to send it to.',
    },
  ]);

function insertDispatch(
  store: Store,
  { bulletin, siteUrl, expect, now, sendAt }: FreezeOrder,
): number {
  const { edition, audience, hash } = bulletin;
  const [row] = store.rows(
    z.object({ id: z.int() }),
    `INSERT INTO dispatches (edition, audience, status, hash, bulletin, site_url, list_name,
       unsubscribe_address, total, frozen_at, send_at, alive_at)
     VALUES ($edition, $audience, 'freezing', $hash, $bulletin, $siteUrl, $listName,
       $unsubscribeAddress, $expect, $now, $sendAt, $now)
     RETURNING id`,
    {
      edition,
      audience,
      hash,
      bulletin: JSON.stringify(bulletin),
      siteUrl,
      ...listWords(audience),
      expect,
      now: now.toISOString(),
      sendAt: sendAt?.toISOString() ?? null,
    },
  );
  return z.object({ id: z.int() }).parse(row).id;
}

import { z } from 'zod';
import { BadInput } from '../../problems/problem.ts';
import type { Bulletin } from '../../schemas/bulletin.ts';
import type { Store } from '../store/store.ts';
import type { Sources } from '../bulletins/read-sources.ts';
import { listWords } from '../messages/message-headers.ts';
import { chunkSize } from './chunk-body.ts';
import { findDispatch, type Dispatch } from './dispatch.ts';
import { atOnce, mostMessages } from './limits.ts';

export interface FreezeOrder {
  bulletin: Bulletin;
  /** What the bulletin was made of, to be kept with it; tests may have nothing. */
  sources?: Sources | undefined;
  /** The origin in the addresses to unsubscribe. */
  siteUrl: string;
  /** How many subscribers a person expects to be on the list. */
  expect: number;
  now: Date;
  /** When to begin, where not at once. */
  sendAt?: Date | undefined;
  /** The most people in one chunk; tests make chunks small. */
  mostPeople?: number | undefined;
}

/**
 * Fixes for ever who gets a bulletin and its bytes, in one transaction: the list as it is now, cut
 * into chunks. Later changes of the list do not matter, but for people who leave. Doing it again
 * changes nothing.
 * @throws {BadInput} when the list does not have exactly the expected number of people
 */
export function freeze(store: Store, order: FreezeOrder): Dispatch {
  const { edition, audience } = order.bulletin;
  return store.transaction(() => {
    const existing = findDispatch(store, edition, audience);
    if (existing) return existing;
    const list = measureList(store, audience);
    if (list.count !== order.expect || list.count === 0)
      throw unexpected(audience, order.expect, list.count);
    const id = insertDispatch(store, order);
    const size = Math.min(
      order.mostPeople ?? mostMessages,
      chunkSize(
        { id, bulletin: order.bulletin, siteUrl: order.siteUrl, words: listWords(audience) },
        list.longest,
      ),
    );
    for (const [file, text] of Object.entries(order.sources ?? {})) {
      store.change('INSERT INTO sources VALUES ($id, $file, $text)', { id, file, text });
    }
    const asks = order.bulletin.asks === false ? 0 : 1;
    store.change(insertDeliveries, { id, audience, asks, reason: wantsAction });
    if (store.change(insertChunks, { id, size, atOnce }) === 0) throw nobodyWants(audience);
    checkSums(store, id, list.count);
    const dispatch = findDispatch(store, edition, audience);
    if (!dispatch) throw new Error('a dispatch was frozen and cannot be found');
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

const measured = z.object({
  count: z.int(),
  longest: z
    .int()
    .nullable()
    .transform((n) => n ?? 0),
});

function measureList(store: Store, audience: string) {
  const [row] = store.rows(
    measured,
    `SELECT count(*) AS count, max(length(s.address)) AS longest
     FROM subscriptions p JOIN subscribers s ON s.id = p.subscriber
     WHERE p.list = $audience AND p.status = 'subscribed'`,
    { audience },
  );
  return measured.parse(row);
}

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

/** Why somebody is left out of a bulletin that asks nothing of its audience. */
const wantsAction = 'wants only what needs action';

/* Who is left out stands after everybody else, in no chunk. */
const insertDeliveries = `
  INSERT INTO deliveries (dispatch, position, address, token, status, reason)
  SELECT $id, row_number() OVER (ORDER BY CASE WHEN p.wants = 'every' OR $asks = 1 THEN 0 ELSE 1 END,
      p.subscriber), s.address, p.token,
    CASE WHEN p.wants = 'every' OR $asks = 1 THEN 'pending' ELSE 'excluded' END,
    CASE WHEN p.wants = 'every' OR $asks = 1 THEN NULL ELSE $reason END
  FROM subscriptions p JOIN subscribers s ON s.id = p.subscriber
  WHERE p.list = $audience AND p.status = 'subscribed'
  ORDER BY p.subscriber`;

const insertChunks = `
  INSERT INTO chunks (dispatch, seq, first_position, last_position, people, next_attempt_at)
  SELECT $id, (position - 1) / CAST($size AS INTEGER) + 1, min(position), max(position), count(*), $atOnce
  FROM deliveries WHERE dispatch = $id AND status = 'pending' GROUP BY 2`;

const nobodyWants = (audience: string) =>
  new BadInput([
    {
      file: `the list ${audience}`,
      expected: 'somebody who gets a bulletin that asks nothing of them',
      found: 'only people who want what needs action',
      remedy: 'There is nobody to send it to.',
    },
  ]);

/** Everybody who is not left out is in exactly one chunk, and all of them add up to the list. */
function checkSums(store: Store, id: number, count: number): void {
  const [sums] = store.rows(
    z.object({ people: z.int(), leftOut: z.int(), inChunks: z.int(), spanned: z.int() }),
    `SELECT (SELECT count(*) FROM deliveries WHERE dispatch = $id) AS people,
       (SELECT count(*) FROM deliveries WHERE dispatch = $id AND status = 'excluded') AS "leftOut",
       sum(people) AS "inChunks", sum(last_position - first_position + 1) AS spanned
     FROM chunks WHERE dispatch = $id`,
    { id },
  );
  const sent = count - (sums?.leftOut ?? 0);
  if (sums?.people === count && sums.inChunks === sent && sums.spanned === sent) return;
  throw new Error(`the chunks do not add up to the list: ${JSON.stringify({ ...sums, count })}`);
}

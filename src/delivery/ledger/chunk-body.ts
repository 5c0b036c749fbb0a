import { createHash } from 'node:crypto';
import { z } from 'zod';
import { unsubscribePlaceholder, type Bulletin } from '../../schemas/bulletin.ts';
import { listHeaders } from '../message-headers.ts';
import type { Store } from '../store.ts';
import { unsubscribeUrl } from '../unsubscribe-url.ts';
import type { BatchMessage } from '../transports/transport.ts';
import { mostBytes, mostMessages } from './limits.ts';

/** What a body is made of besides its people; part of the frozen dispatch. */
export interface BodySource {
  id: number;
  bulletin: Bulletin;
  siteUrl: string;
}

/** One person's fields as the dispatch froze them. */
interface FrozenPerson {
  position: number;
  address: string;
  token: string;
}

/** The body of one request. */
export interface ChunkBody {
  messages: BatchMessage[];
  /** SHA-256 of the body as JSON text, in hexadecimal. */
  hash: string;
}

const personSchema = z.object({ position: z.int(), address: z.string(), token: z.string() });

/**
 * The body of one chunk, from the frozen bulletin and the frozen fields of the people in it who
 * still get it. The same rows give the same bytes each time.
 */
export function chunkBody(
  store: Store,
  source: BodySource,
  { first, last }: { first: number; last: number },
): ChunkBody {
  const people = store.rows(
    personSchema,
    `SELECT position, address, token FROM deliveries
     WHERE dispatch = $dispatch AND position BETWEEN $first AND $last AND status = 'pending'
     ORDER BY position`,
    { dispatch: source.id, first, last },
  );
  const messages = people.map((person) => messageTo(source, person));
  return { messages, hash: createHash('sha256').update(JSON.stringify(messages)).digest('hex') };
}

/** What names a chunk's body to the provider for 24 hours: made of stored facts only. */
export function idempotencyKey({ bulletin, siteUrl }: BodySource, seq: number, hash: string) {
  const { edition, audience } = bulletin;
  return `panui/${new URL(siteUrl).host}/${edition}-${audience}/${seq}/${hash.slice(0, 16)}`;
}

/** How many people fit into one request of at most 5 MB, if all addresses were as long as the longest. */
export function chunkSize(source: BodySource, longestAddress: number): number {
  const person = {
    position: 10_000_000,
    address: 'x'.repeat(longestAddress),
    token: 'x'.repeat(22),
  };
  const bytes = Buffer.byteLength(JSON.stringify(messageTo(source, person)));
  return Math.max(1, Math.min(mostMessages, Math.floor((mostBytes - 2) / (bytes + 1))));
}

/**
 * One message as the provider takes it. The person is only an address, so that no name can
 * break a header; the tags lead from the provider's reports back to the delivery.
 */
export function messageTo(
  { id, bulletin, siteUrl }: BodySource,
  person: FrozenPerson,
): BatchMessage {
  const { edition, audience, from, subject, html, text } = bulletin;
  const url = unsubscribeUrl(siteUrl, person.token);
  const fill = (part: string) => part.replaceAll(unsubscribePlaceholder, () => url);
  return {
    from: `${from.name} <${from.address}>`,
    to: [person.address],
    subject,
    html: fill(html),
    text: fill(text),
    headers: { ...listHeaders(bulletin, person.token, url) },
    tags: [
      { name: 'edition', value: edition },
      { name: 'audience', value: audience },
      { name: 'delivery', value: `${id}-${person.position}` },
    ],
  };
}

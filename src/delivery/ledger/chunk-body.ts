import { createHash } from 'node:crypto';
import { z } from 'zod';
import { unsubscribePlaceholder, type Bulletin } from '../../schemas/bulletin.ts';
import { listHeaders, type ListWords } from '../messages/message-headers.ts';
import type { Store } from '../store/store.ts';
import { unsubscribeUrl } from '../messages/unsubscribe-url.ts';
import type { BatchMessage, Piece } from '../transports/transport.ts';
import { mostBytes, mostMessages } from './limits.ts';

/** What a body is made of besides its people; part of the frozen dispatch. */
export interface BodySource {
  id: number;
  bulletin: Bulletin;
  siteUrl: string;
  words: ListWords;
}

/** One person's fields as the dispatch froze them. */
interface FrozenPerson {
  position: number;
  address: string;
  token: string;
}

/** The body of one request: JSON in UTF-8. */
export interface ChunkBody {
  /** The bytes and texts, one after the other, the same each time; made as they are asked for. */
  pieces: Iterable<Piece>;
  /** How many bytes all pieces have. */
  size: number;
  /** SHA-256 of the bytes, in hexadecimal. */
  hash: string;
  /** Where the people stand in the dispatch, in the order of their messages. */
  positions: readonly number[];
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
  const pieces = { [Symbol.iterator]: () => writeBody(source, people) };
  const hash = createHash('sha256');
  let size = 0;
  for (const piece of pieces) {
    hash.update(piece);
    size += Buffer.byteLength(piece);
  }
  return { pieces, size, hash: hash.digest('hex'), positions: people.map((one) => one.position) };
}

/** Where the people stand who are still to be sent to. */
export function pendingPositions(
  store: Store,
  id: number,
  { first, last }: { first: number; last: number },
): number[] {
  const rows = store.rows(
    z.object({ position: z.int() }),
    `SELECT position FROM deliveries
     WHERE dispatch = $id AND position BETWEEN $first AND $last AND status = 'pending'
     ORDER BY position`,
    { id, first, last },
  );
  return rows.map(({ position }) => position);
}

function* writeBody(source: BodySource, people: readonly FrozenPerson[]) {
  const template = templateOf(source);
  for (const [at, person] of people.entries()) {
    yield at === 0 ? '[' : ',';
    yield* fillTemplate(template, source, person);
  }
  yield people.length === 0 ? '[]' : ']';
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
  let bytes = 0;
  for (const piece of fillTemplate(templateOf(source), source, person)) {
    bytes += Buffer.byteLength(piece);
  }
  return Math.max(1, Math.min(mostMessages, Math.floor((mostBytes - 2) / (bytes + 1))));
}

type Field = 'address' | 'token' | 'delivery';

/** One message as JSON: bytes that are the same for all, and between them the fields of a person. */
type Template = readonly (Buffer<ArrayBuffer> | Field)[];

const templates = new WeakMap<Bulletin, { id: number; siteUrl: string; template: Template }>();

/**
 * Makes the JSON of a message once for all people, around marks that no bulletin contains. Writing
 * every message anew costs twenty times as much time, and memory that is a hundred bulletins large.
 */
function templateOf(source: BodySource): Template {
  const { id, bulletin, siteUrl } = source;
  const known = templates.get(bulletin);
  if (known?.id === id && known.siteUrl === siteUrl) return known.template;
  const mark = (field: Field) =>
    createHash('sha256').update(`${bulletin.hash} ${field}`).digest('hex').slice(0, 22);
  const marks: Record<string, Field> = {
    [mark('address')]: 'address',
    [mark('token')]: 'token',
    [mark('delivery')]: 'delivery',
  };
  const message = messageTo(source, {
    address: mark('address'),
    token: mark('token'),
    delivery: mark('delivery'),
  });
  const parts = JSON.stringify(message).split(new RegExp(`(${Object.keys(marks).join('|')})`));
  const template = parts.map((part) => marks[part] ?? Buffer.from(part));
  templates.set(bulletin, { id, siteUrl, template });
  return template;
}

function* fillTemplate(template: Template, { id }: BodySource, person: FrozenPerson) {
  const { position, address, token } = person;
  const fields: Record<Field, string> = { address, token, delivery: `${id}-${position}` };
  for (const part of template) {
    // Small texts stay texts: millions of small buffers would pile up until memory is short.
    yield typeof part === 'string' ? JSON.stringify(fields[part]).slice(1, -1) : part;
  }
}

/**
 * One message as the provider takes it. The person is only an address, so that no name can
 * break a header; the tags lead from the provider's reports back to the delivery.
 */
export function messageTo(
  { bulletin, siteUrl, words }: Omit<BodySource, 'id'>,
  { address, token, delivery }: Record<Field, string>,
): BatchMessage {
  const { edition, audience, from, subject, html, text } = bulletin;
  const url = unsubscribeUrl(siteUrl, token);
  const fill = (part: string) => part.replaceAll(unsubscribePlaceholder, () => url);
  return {
    from: `${from.name} <${from.address}>`,
    to: [address],
    subject,
    html: fill(html),
    text: fill(text),
    headers: { ...listHeaders(bulletin, words, token, url) },
    tags: [
      { name: 'edition', value: edition },
      { name: 'audience', value: audience },
      { name: 'delivery', value: delivery },
    ],
  };
}

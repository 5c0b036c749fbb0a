import { encodeWord } from 'nodemailer/lib/mime-funcs';
import { audienceById, publication } from '../../publication/site.ts';
import type { Audience } from '../../publication/site.ts';
import type { Bulletin } from '../../schemas/bulletin.ts';

/**
 * What the publication says of a list in the headers of its messages. A dispatch keeps what was said when it
 * was frozen, so that a change of the publication meanwhile changes none of its messages.
 */
export interface ListWords {
  /** As mail programs show it, before the List-Id itself. */
  listName: string;
  /** The mailbox to which one writes to leave. */
  unsubscribeAddress: string;
}

/** What the publication says of the list of an audience now. */
export function listWords(audience: Audience): ListWords {
  const { newsletter, sender } = publication();
  const { name } = audienceById(audience);
  return { listName: `${newsletter}: ${name}`, unsubscribeAddress: sender.unsubscribeAddress };
}

/** How a list is named in List-Id and where its people leave it. */
interface ListHeaders {
  'List-Id': string;
  'List-Unsubscribe': string;
  'List-Unsubscribe-Post': string;
  'X-Auto-Response-Suppress': string;
  'X-Entity-Ref-ID': string;
  'Feedback-ID': string;
}

/**
 * The headers that tell mail programs and mailbox providers that a message belongs to a list, and how to leave it.
 * List-Id: RFC 2919. List-Unsubscribe: RFC 2369, https first. List-Unsubscribe-Post: RFC 8058.
 * X-Auto-Response-Suppress: MS-OXCMAIL; bounces stay wanted. X-Entity-Ref-ID keeps Gmail from
 * threading editions. Feedback-ID: Gmail's feedback loop; it names no person.
 * @param words what is said of the list, now or as it was frozen
 * @param token the subscription's own token
 * @param url where this subscription ends, an absolute address
 */
export function listHeaders(
  bulletin: Bulletin,
  words: ListWords,
  token: string,
  url: string,
): ListHeaders {
  const { edition, audience, listId, from } = bulletin;
  const mailto = `mailto:${words.unsubscribeAddress}?subject=${token}`;
  return {
    'List-Id': `${phrase(words.listName)} <${listId}>`,
    'List-Unsubscribe': `<${url}>, <${mailto}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'X-Auto-Response-Suppress': 'OOF, AutoReply',
    'X-Entity-Ref-ID': `${edition}-${audience}`,
    'Feedback-ID': `${edition}:${audience}:newsletter:${senderId(from.address)}`,
  };
}

/** Stable, 5 to 15 letters, as Feedback-ID asks: the first part of the sender's domain. */
const senderId = (address: string) =>
  (address.split('@')[1] ?? '')
    .replace(/\..*$/, '')
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 15);

/** Words before an address: quoted (RFC 5322, 3.2.4), or encoded where they have macrons (RFC 2047). */
function phrase(words: string): string {
  if (/[^\u0020-\u007e]/.test(words)) return encodeWord(words, 'Q', 52);
  return `"${words.replaceAll(/["\\]/g, '\\$&')}"`;
}

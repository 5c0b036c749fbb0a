import type { IncomingHttpHeaders } from 'node:http';

/** What a page is known by to who asks whether it has changed. */
interface Validators {
  /** A strong one, with its quotation marks. */
  etag: string;
  modified: Date;
}

/** Whether who asks has the page already, so that 304 says all (RFC 9110, 13.1.2 and 13.1.3). */
export function isKnown(
  headers: Pick<IncomingHttpHeaders, 'if-none-match' | 'if-modified-since'>,
  { etag, modified }: Validators,
): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) {
    if (tags.trim() === '*') return true;
    return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  }
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return toSeconds(modified) <= since;
}

/** The first and the last byte of a part; `unsatisfiable` where none of it is there. */
export type Part = { first: number; last: number } | 'unsatisfiable';

/**
 * The part of a page that is asked for (RFC 9110, 14.2); undefined for all of it: also where several parts
 * are asked for or the words are not understood, and where the page is not the one that a part is held of.
 * @param size in bytes
 */
export function partOf(
  headers: IncomingHttpHeaders,
  size: number,
  { etag, modified }: Validators,
): Part | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(headers.range?.trim() ?? '') ?? [];
  if (from === undefined || to === undefined || `${from}${to}` === '') return undefined;
  const condition = headers['if-range']?.toString().trim();
  const same =
    condition === undefined || condition === etag || Date.parse(condition) === toSeconds(modified);
  if (!same) return undefined;
  if (from === '') {
    const count = Number(to);
    if (count === 0 || size === 0) return 'unsatisfiable';
    return { first: Math.max(0, size - count), last: size - 1 };
  }
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < first) return undefined;
  return first < size ? { first, last } : 'unsatisfiable';
}

/** A date in a header has no parts of a second. */
const toSeconds = (moment: Date) => Math.floor(moment.getTime() / 1000) * 1000;

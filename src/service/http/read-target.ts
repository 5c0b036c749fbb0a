/** What a request asks for. */
export interface Target {
  /** As it stands in the address, percent-encoded. */
  path: string;
  /** The path, decoded. */
  name: string;
  /** With its question mark, or empty. */
  search: string;
}

/**
 * Reads the target of a request, in the form of a path or of a whole address (RFC 9112, 3.2); undefined
 * where it is neither or cannot be decoded.
 */
export function readTarget(url: string): Target | undefined {
  const given = url.startsWith('/') ? url : pathOf(url);
  if (given === undefined) return undefined;
  const end = given.search(/[?#]/);
  const path = end < 0 ? given : given.slice(0, end);
  const query = end < 0 ? '' : given.slice(end);
  const search = query.startsWith('?') ? query.replace(/#.*$/s, '') : '';
  if (!path.includes('%')) return { path, name: path, search };
  try {
    return { path, name: decodeURIComponent(path), search };
  } catch {
    return undefined;
  }
}

function pathOf(address: string): string | undefined {
  const url = URL.parse(address);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  return `${url.pathname}${url.search}`;
}

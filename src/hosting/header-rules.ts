/*
 * The headers that keep a page to itself, once for our own server (src/service/security-headers.ts)
 * and for the files that static hosts read (header-files.ts).
 */

/** Headers of every answer. A year of HTTPS only (RFC 6797) means this host alone, not its subdomains. */
export const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Strict-Transport-Security': 'max-age=31536000',
} as const;

/** What a page says itself (a `meta` element may not speak of frames: CSP Level 3, 3.3). */
export const pagePolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** Only what the site itself serves, no inline script or style; WebAssembly is for the search. */
const sitePolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ');

/** A bulletin is an email: its style is inline by nature, and it never has a script. */
const bulletinPolicy = [
  "default-src 'none'",
  "img-src 'self'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'none'",
].join('; ');

/** The Content-Security-Policy of a path of the site (CSP Level 3). */
export const policyOf = (path: string): string =>
  path.startsWith('/bulletins/') ? bulletinPolicy : sitePolicy;

/** What other sites may read with their own scripts, as open data should be (Fetch Standard, CORS). */
export const openFolders = ['/feeds/', '/calendar/'] as const;

/** The headers of a path of the site. */
export function headersFor(path: string): Record<string, string> {
  return {
    ...everywhere,
    'Content-Security-Policy': policyOf(path),
    ...(openFolders.some((folder) => path.startsWith(folder)) && {
      'Access-Control-Allow-Origin': '*',
    }),
    // The folder is a second copy of what the pages say.
    ...(path.startsWith('/bulletins/') && { 'X-Robots-Tag': 'noindex' }),
    ...contentType(path),
  };
}

/** Types that a server cannot tell from the ending of a file. */
function contentType(path: string): Record<string, string> {
  if (!path.startsWith('/feeds/')) return {};
  if (path.endsWith('.xml')) return { 'Content-Type': 'application/atom+xml; charset=utf-8' };
  if (path.endsWith('.json')) return { 'Content-Type': 'application/feed+json; charset=utf-8' };
  return {};
}

import type { MiddlewareHandler } from 'hono';

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

/** Puts the headers on every answer that keep a page to itself (Content Security Policy Level 3). */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const isBulletin = context.req.path.startsWith('/bulletins/');
  const { headers } = context.res;
  headers.set('Content-Security-Policy', isBulletin ? bulletinPolicy : sitePolicy);
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
  if (!headers.has('Referrer-Policy')) {
    headers.set('Referrer-Policy', 'strict-origin-when-cross-origin');
  }
};

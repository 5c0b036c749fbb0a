import type { MiddlewareHandler } from 'hono';
import { headersFor } from '../hosting/header-rules.ts';

/** Puts the headers of `src/hosting/header-rules.ts` on every answer; a route may choose another Referrer-Policy. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers, ok } = context.res;
  for (const [name, value] of Object.entries(headersFor(context.req.path))) {
    if (name === 'Referrer-Policy' && headers.has(name)) continue;
    // An error is not what the address promises.
    if (name === 'Content-Type' && !ok) continue;
    headers.set(name, value);
  }
};

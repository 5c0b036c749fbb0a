import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** Routes whose address holds a token: it goes into no cache, index or referrer. Bodies stay small. */
export function privateRoutes(): Hono {
  const routes = new Hono();
  routes.use(async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set('Cache-Control', 'no-store');
    headers.set('Referrer-Policy', 'no-referrer');
    headers.set('X-Robots-Tag', 'noindex');
  });
  routes.use(bodyLimit({ maxSize: 65_536 }));
  return routes;
}

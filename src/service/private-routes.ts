import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { standardLimits } from './http/limits.ts';

/** What a route may know of its connection; where a test asks, there is none. */
export interface ServiceEnvironment {
  Bindings: Partial<HttpBindings>;
}

export type ServiceRoutes = Hono<ServiceEnvironment>;

/** Routes whose address holds a token: it goes into no cache, index or referrer. Bodies stay small. */
export function privateRoutes(): ServiceRoutes {
  const routes = new Hono<ServiceEnvironment>();
  routes.use(async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set('Cache-Control', 'no-store');
    headers.set('Referrer-Policy', 'no-referrer');
    headers.set('X-Robots-Tag', 'noindex');
  });
  routes.use(bodyLimit({ maxSize: standardLimits.bodies.person }));
  return routes;
}

export const readAndWrite = 'GET, HEAD, POST';

/** Says which methods an address takes, to any other. */
export const refuseMethod = (allowed: string) => (context: Context<ServiceEnvironment>) =>
  context.text(`This address takes ${allowed} only.\n`, 405, { Allow: allowed });

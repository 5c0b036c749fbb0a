import { Hono } from 'hono';
import { plainStyle } from '../delivery/plain-style.ts';
import type { Store } from '../delivery/store.ts';
import { securityHeaders } from './security-headers.ts';
import { serveSite } from './serve-site.ts';
import { unsubscribeRoutes } from './unsubscribe-routes.ts';

export interface AppOptions {
  /** The folder of the built site (`PANUI_OUT`). */
  out: string;
  store: Store;
  /** The present moment, asked for each time. */
  now: () => Date;
  /** Hears of every unexpected error; the visitor sees one plain sentence. */
  report?: (error: Error) => void;
}

/** The service behind one port: the built site, and the way off the lists. */
export function createApp({ out, store, now, report }: AppOptions): Hono {
  const app = new Hono();
  app.use(securityHeaders);
  app.route('/unsubscribe', unsubscribeRoutes(store, now));
  app.get('/service.css', (context) =>
    context.body(plainStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
  app.all('*', serveSite(out));
  app.onError((error, context) => {
    report?.(error);
    return context.text('Something went wrong here. Please try again in a few minutes.\n', 500);
  });
  return app;
}

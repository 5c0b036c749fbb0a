import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import { plainStyle } from '../delivery/outbox/plain-style.ts';
import type { Store } from '../delivery/store/store.ts';
import type { WebhookVerifier } from '../delivery/transports/transport.ts';
import { preferencesRoutes } from './preferences-routes.ts';
import { securityHeaders } from './security-headers.ts';
import { serveSite } from './serve-site.ts';
import { siteFonts } from './site-fonts.ts';
import { unsubscribeRoutes } from './unsubscribe-routes.ts';
import { webhookPath, webhookRoutes } from './webhook-routes.ts';

export interface AppOptions {
  /** The folder of the built site (`PANUI_OUT`). */
  out: string;
  store: Store;
  /** The present moment, asked for each time. */
  now: () => Date;
  /** Hears of every unexpected error; the visitor sees one plain sentence. */
  report?: (error: Error) => void;
  /** Checks what says it comes from the provider; left out, the service takes no reports. */
  verify?: WebhookVerifier | undefined;
}

/** The service behind one port: the built site, the way off the lists and back, and the provider's reports. */
export function createApp({ out, store, now, report, verify }: AppOptions): Hono {
  const app = new Hono();
  app.use(securityHeaders);
  app.route('/unsubscribe', unsubscribeRoutes(store, now));
  app.route('/preferences', preferencesRoutes(store, now));
  app.route(webhookPath, webhookRoutes(store, now, verify));
  app.get('/service.css', async (context) =>
    context.body(`${await siteFonts(out)}${plainStyle()}`, 200, {
      'Content-Type': 'text/css; charset=utf-8',
    }),
  );
  // What is the same for everybody may be compressed; a page with somebody's own link in it may not (BREACH).
  app.all('*', compress(), serveSite(out));
  app.onError((error, context) => {
    // The answer to a body that is too large is meant as it is.
    if (error instanceof HTTPException) return error.getResponse();
    report?.(error);
    return context.text('Something went wrong here. Please try again in a few minutes.\n', 500);
  });
  return app;
}

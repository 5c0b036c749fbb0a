import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { plainStyle } from '../delivery/outbox/plain-style.ts';
import type { WebhookVerifier } from '../delivery/transports/transport.ts';
import { preferencesRoutes } from './preferences-routes.ts';
import { refuseMethod, type ServiceEnvironment, type ServiceRoutes } from './private-routes.ts';
import { securityHeaders } from './security-headers.ts';
import { busyPage, unknownPage } from './service-page.ts';
import { siteFonts } from './site/site-fonts.ts';
import { signUpPath } from './sign-up-pages.ts';
import { signUpRoutes } from './sign-up-routes.ts';
import { StoreBusy, type ServiceStore } from './store/service-store.ts';
import { unsubscribeRoutes } from './unsubscribe-routes.ts';
import { webhookPath, webhookRoutes } from './webhook-routes.ts';

export interface AppOptions {
  /** The folder of the built site (`PANUI_OUT`). */
  out: string;
  store: ServiceStore;
  /** The present moment, asked for each time. */
  now: () => Date;
  /** Hears of every unexpected error; the visitor sees one plain sentence. */
  report?: ((error: Error) => void) | undefined;
  /** Checks what says it comes from the provider; left out, the service takes no reports. */
  verify?: WebhookVerifier | undefined;
}

/** What is answered afresh for each visitor: the way off the lists and back, and the provider's reports. */
export function createApp({ out, store, now, report, verify }: AppOptions): ServiceRoutes {
  // A closing slash makes no other address: some mail programs add one.
  const app = new Hono<ServiceEnvironment>({ strict: false });
  app.use(securityHeaders);
  app.route('/unsubscribe', unsubscribeRoutes(store, now));
  app.route('/preferences', preferencesRoutes(store, now));
  app.route(signUpPath, signUpRoutes(store, now));
  app.route(webhookPath, webhookRoutes(store, now, verify));
  app.get('/service.css', async (context) =>
    context.body(`${await siteFonts(out)}${plainStyle()}`, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'max-age=300',
    }),
  );
  app.all('/service.css', refuseMethod('GET, HEAD'));
  app.notFound((context) => context.html(unknownPage(), 404));
  app.onError((error, context) => {
    // A body that turned out too large. The rest of it is not waited for.
    if (error instanceof HTTPException) {
      context.header('Connection', 'close');
      return context.text('That is more than this address takes.\n', error.status);
    }
    if (error instanceof StoreBusy) {
      const soon = { 'Retry-After': '5' };
      return context.req.path.startsWith(webhookPath)
        ? context.text('The store is busy. Please send it again.\n', 503, soon)
        : context.html(busyPage(), 503, soon);
    }
    // Whoever goes away in the middle of a body makes no error of ours.
    const incoming = context.env?.incoming;
    if (incoming && incoming.destroyed && !incoming.complete) {
      return context.text('The request ended too early.\n', 400);
    }
    report?.(error);
    return context.text('Something went wrong here. Please try again in a few minutes.\n', 500);
  });
  return app;
}

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { readEvent } from '../delivery/events/event.ts';
import { eventWriter } from '../delivery/events/event-writer.ts';
import type { WebhookVerifier } from '../delivery/transports/transport.ts';
import { standardLimits } from './http/limits.ts';
import { refuseMethod, type ServiceEnvironment, type ServiceRoutes } from './private-routes.ts';
import { StoreBusy, type ServiceStore } from './store/service-store.ts';

/** Where the provider reports; the address to give to Resend is the site's with this after it. */
export const webhookPath = '/webhooks/resend';

const signatureSchema = z.object({
  id: z.string().regex(/^[\w.:-]{1,255}$/),
  timestamp: z.string().min(1),
  signature: z.string().min(1),
});

/**
 * What the provider reports about messages (Standard Webhooks, signed over the raw body). It answers 200
 * once a report is on the disk, and to whatever is signed and not about our messages, so that the
 * provider does not repeat it; 400 and 401 store nothing. Nothing that is received here is printed.
 * @param verify checks a signature; undefined where no secret is set: 503, and the provider tries later
 */
export function webhookRoutes(
  store: ServiceStore,
  now: () => Date,
  verify: WebhookVerifier | undefined,
): ServiceRoutes {
  const routes = new Hono<ServiceEnvironment>();
  const write = eventWriter(
    (events) => store.record(events, now()),
    (error) => !(error instanceof StoreBusy),
  );
  routes.use(async (context, next) => {
    await next();
    context.res.headers.set('Cache-Control', 'no-store');
  });
  routes.use(bodyLimit({ maxSize: standardLimits.bodies.reports }));

  routes.post('/', async (context) => {
    if (!verify) return context.text('This server takes no reports yet.\n', 503);
    const signature = signatureSchema.safeParse({
      id: context.req.header('svix-id'),
      timestamp: context.req.header('svix-timestamp'),
      signature: context.req.header('svix-signature'),
    });
    if (!signature.success) return context.text('Not a signed report.\n', 400);
    const verified = verify(await context.req.text(), signature.data);
    if (!verified.genuine) return context.text('The signature does not hold.\n', 401);
    const event = readEvent(verified.body, now());
    if (event === undefined) return context.text('Not about a delivery.\n');
    await write({ webhookId: signature.data.id, event });
    return context.text('Written down.\n');
  });

  routes.all('/', refuseMethod('POST'));
  return routes;
}

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { readEvent } from '../delivery/events/event.ts';
import { eventWriter } from '../delivery/events/event-writer.ts';
import type { Store } from '../delivery/store/store.ts';
import type { WebhookVerifier } from '../delivery/transports/transport.ts';

/** Where the provider reports; the address to give to Resend is the site's with this after it. */
export const webhookPath = '/webhooks/resend';

/** Far more than any report needs. */
const mostBytes = 262_144;

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
  store: Store,
  now: () => Date,
  verify: WebhookVerifier | undefined,
): Hono {
  const routes = new Hono();
  const write = eventWriter(store, now);
  routes.use(async (context, next) => {
    await next();
    context.res.headers.set('Cache-Control', 'no-store');
  });
  routes.use(bodyLimit({ maxSize: mostBytes }));

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

  routes.all('/', (context) => context.text('POST only.\n', 405, { Allow: 'POST' }));
  return routes;
}

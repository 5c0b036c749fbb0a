import type { Hono } from 'hono';
import { z } from 'zod';
import type { Store } from '../delivery/store/store.ts';
import { resubscribe, subscriptionsOfPerson, unsubscribe } from '../delivery/people/unsubscribe.ts';
import { audienceId } from '../schemas/audience-id.ts';
import { preferencesPage } from './preferences-page.ts';
import { privateRoutes } from './private-routes.ts';
import { unknownPage } from './service-page.ts';

const orderSchema = z.object({ list: audienceId, wish: z.enum(['leave', 'return']) });

/**
 * All the lists of one person, named by the token of any of them: GET shows them, POST leaves one or comes
 * back to one that the person left. Nobody comes back here after a bounce for good or a complaint.
 * @param now the moment kept as the time of a change
 */
export function preferencesRoutes(store: Store, now: () => Date): Hono {
  const routes = privateRoutes();

  routes.get('/:token', (context) => {
    const token = context.req.param('token');
    const places = subscriptionsOfPerson(store, token);
    if (places.length === 0) return context.html(unknownPage(), 404);
    return context.html(preferencesPage(token, places));
  });

  routes.post('/:token', async (context) => {
    const token = context.req.param('token');
    const body = await context.req.parseBody().catch(() => ({}));
    const order = orderSchema.safeParse(body);
    const before = subscriptionsOfPerson(store, token);
    if (before.length === 0) return context.html(unknownPage(), 404);
    const place = before.find(({ list }) => list === order.data?.list);
    if (!order.success || !place) return context.html(preferencesPage(token, before), 400);
    const { wish } = order.data;
    const change = wish === 'leave' ? unsubscribe : resubscribe;
    change(store, place.token, 'preferences page', now());
    const places = subscriptionsOfPerson(store, token);
    const wanted = wish === 'leave' ? 'unsubscribed' : 'subscribed';
    const holds = places.some(({ list, status }) => list === place.list && status === wanted);
    return context.html(preferencesPage(token, places, holds ? { place, wish } : undefined));
  });

  return routes;
}

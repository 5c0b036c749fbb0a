import { z } from 'zod';
import { mayLeave } from '../delivery/people/unsubscribe.ts';
import { audienceId } from '../schemas/audience-id.ts';
import { preferencesPage } from './preferences-page.ts';
import { privateRoutes, readAndWrite, refuseMethod, type ServiceRoutes } from './private-routes.ts';
import { unknownPage } from './service-page.ts';
import type { ServiceStore } from './store/service-store.ts';

const orderSchema = z.object({ list: audienceId, wish: z.enum(['leave', 'return']) });

/**
 * All the lists of one person, named by the token of any of them: GET shows them, POST leaves one or comes
 * back to one that the person left. Nobody comes back here after a bounce for good or a complaint.
 * @param now the moment kept as the time of a change
 */
export function preferencesRoutes(store: ServiceStore, now: () => Date): ServiceRoutes {
  const routes = privateRoutes();

  routes.get('/:token', async (context) => {
    const token = context.req.param('token');
    const places = await store.places(token);
    if (places.length === 0) return context.html(unknownPage(), 404);
    return context.html(preferencesPage(token, places));
  });

  routes.post('/:token', async (context) => {
    const token = context.req.param('token');
    const body = await context.req.parseBody().catch(() => ({}));
    const order = orderSchema.safeParse(body);
    const before = await store.places(token);
    if (before.length === 0) return context.html(unknownPage(), 404);
    const place = before.find(({ list }) => list === order.data?.list);
    if (!order.success || !place) return context.html(preferencesPage(token, before), 400);
    const { wish } = order.data;
    const change = wish === 'leave' ? store.leave : store.comeBack;
    // Where nothing changes, nobody waits for who is writing.
    const changes = wish === 'leave' ? mayLeave(place) : place.mayReturn;
    if (changes) await change(place.token, 'preferences page', now());
    const places = await store.places(token);
    const wanted = wish === 'leave' ? 'unsubscribed' : 'subscribed';
    const holds = places.some(({ list, status }) => list === place.list && status === wanted);
    return context.html(preferencesPage(token, places, holds ? { place, wish } : undefined));
  });

  routes.all('/:token', refuseMethod(readAndWrite));
  return routes;
}

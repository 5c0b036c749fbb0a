import { z } from 'zod';
import { mayLeave } from '../delivery/people/unsubscribe.ts';
import { wants } from '../delivery/lists/subscription.ts';
import { publication } from '../publication/site.ts';
import { audienceId } from '../schemas/audience-id.ts';
import { preferencesPage } from './preferences-page.ts';
import { privateRoutes, readAndWrite, refuseMethod, type ServiceRoutes } from './private-routes.ts';
import { unknownPage } from './service-page.ts';
import type { ServiceStore } from './store/service-store.ts';

const orderSchema = z.discriminatedUnion('wish', [
  z.object({ list: audienceId, wish: z.enum(['leave', 'return']) }),
  z.object({ list: audienceId, wish: z.literal('choose'), wants }),
  z.object({ wish: z.literal('region'), region: z.string().max(200) }),
]);

/**
 * All the lists of one person, named by the token of any of them: GET shows them, POST leaves one or comes
 * back to one that the person left, chooses which of its bulletins to get, or corrects the region. Nobody comes back here after a bounce for good or a complaint.
 * @param now the moment kept as the time of a change
 */
export function preferencesRoutes(store: ServiceStore, now: () => Date): ServiceRoutes {
  const routes = privateRoutes();
  const regionFor = async (token: string) =>
    publication().regions === undefined ? undefined : store.regionOf(token);

  routes.get('/:token', async (context) => {
    const token = context.req.param('token');
    const places = await store.places(token);
    if (places.length === 0) return context.html(unknownPage(), 404);
    return context.html(preferencesPage(token, places, await regionFor(token)));
  });

  routes.post('/:token', async (context) => {
    const token = context.req.param('token');
    const body = await context.req.parseBody().catch(() => ({}));
    const order = orderSchema.safeParse(body);
    const before = await store.places(token);
    if (before.length === 0) return context.html(unknownPage(), 404);
    const wrong = async () =>
      context.html(preferencesPage(token, before, await regionFor(token)), 400);
    if (!order.success) return wrong();
    if (order.data.wish === 'region') {
      const { region } = order.data;
      if (region !== (await store.regionOf(token)) && !(await store.chooseRegion(token, region)))
        return wrong();
      return context.html(preferencesPage(token, before, region, { wish: 'region' }));
    }
    const { list, wish } = order.data;
    const place = before.find((one) => one.list === list);
    if (!place) return wrong();
    if (wish === 'choose') {
      if (order.data.wants !== place.wants) await store.chooseWants(place.token, order.data.wants);
    } else {
      const change = wish === 'leave' ? store.leave : store.comeBack;
      // Where nothing changes, nobody waits for who is writing.
      const changes = wish === 'leave' ? mayLeave(place) : place.mayReturn;
      if (changes) await change(place.token, 'preferences page', now());
    }
    const places = await store.places(token);
    const after = places.find((one) => one.list === list);
    const holds =
      wish === 'choose' || after?.status === (wish === 'leave' ? 'unsubscribed' : 'subscribed');
    const done = holds && after ? { place: after, wish } : undefined;
    return context.html(preferencesPage(token, places, await regionFor(token), done));
  });

  routes.all('/:token', refuseMethod(readAndWrite));
  return routes;
}

import { Hono } from 'hono';
import { useStore } from '../../../delivery/store/use-store.ts';
import { actsOf, trailState } from '../../../delivery/trail/read-trail.ts';
import { trailPage } from '../../pages/mail/trail-page.ts';
import type { Desk } from '../desk.ts';
import { personOf } from '../../sign-in/who.ts';

/* Those of about a year. */
const most = 500;

/** Who did what at the desk and with commands. */
export function trailRoutes(desk: Desk): Hono {
  const routes = new Hono();
  routes.get('/', async (context) => {
    const settings = desk.settings();
    const found = await useStore(settings, (store) => ({
      acts: actsOf(store, { most }),
      state: trailState(store),
    }));
    return context.html(trailPage({ ...found, now: settings.now, person: personOf(context) }));
  });
  return routes;
}

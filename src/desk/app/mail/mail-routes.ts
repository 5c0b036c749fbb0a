import { Hono } from 'hono';
import { useStore } from '../../../delivery/store/use-store.ts';
import { listMailings } from '../../mail/list-mailings.ts';
import { mailListPage } from '../../pages/mail/mail-list-page.ts';
import type { Desk } from '../desk.ts';
import { personOf } from '../../sign-in/who.ts';
import { approveRoutes } from './approve-routes.ts';
import { hubRoutes } from './hub-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { sendRoutes } from './send-routes.ts';

/** Where bulletins are approved, sent and answered for. */
export function mailRoutes(desk: Desk): Hono {
  const routes = new Hono();
  routes.get('/', async (context) => {
    const settings = desk.settings();
    // It reads the publication that names the audiences.
    await desk.look();
    const mailings = await useStore(settings, (store) => listMailings(store, settings.out));
    return context.html(mailListPage(mailings, personOf(context)));
  });
  routes.route('/:edition/:audience/approve', approveRoutes(desk));
  routes.route('/:edition/:audience/send', sendRoutes(desk));
  routes.route('/:edition/:audience', messageRoutes(desk));
  routes.route('/:edition/:audience', reportRoutes(desk));
  routes.route('/:edition/:audience', hubRoutes(desk));
  return routes;
}

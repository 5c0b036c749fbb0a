import { Hono } from 'hono';
import { useStore } from '../../../delivery/store/use-store.ts';
import { listMailings } from '../../mail/list-mailings.ts';
import { mailListPage } from '../../pages/mail/mail-list-page.ts';
import { type Desk, personOf } from '../desk.ts';
import { approveRoutes } from './approve-routes.ts';

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
  return routes;
}

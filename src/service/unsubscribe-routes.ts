import type { Context } from 'hono';
import { mayLeave } from '../delivery/people/unsubscribe.ts';
import {
  privateRoutes,
  readAndWrite,
  refuseMethod,
  type ServiceEnvironment,
  type ServiceRoutes,
} from './private-routes.ts';
import { unknownPage } from './service-page.ts';
import type { ServiceStore } from './store/service-store.ts';
import { askPage, offPage, undonePage } from './unsubscribe-pages.ts';

/**
 * The way off a list. GET asks and changes nothing; POST takes the person off at once, again and
 * again with the same answer, without a login, a cookie or a redirect, and says nothing about
 * whether a token is known (RFC 8058, 3.2). People see a page and can take it back. Where nothing is to
 * be changed, the store is only read, and nobody waits for who is writing.
 * @param now the moment kept as the time of a change
 */
export function unsubscribeRoutes(store: ServiceStore, now: () => Date): ServiceRoutes {
  const routes = privateRoutes();

  routes.get('/:token', async (context) => {
    const place = await store.place(context.req.param('token'));
    if (!place) return context.html(unknownPage(), 404);
    const show = place.one.status === 'subscribed' ? askPage : offPage;
    return context.html(show(place.one, place.others));
  });

  routes.post('/:token', async (context) => {
    const token = context.req.param('token');
    const oneClick = await isOneClick(context);
    const before = await store.place(token);
    const leaves = before !== undefined && mayLeave(before.one);
    if (leaves) await store.leave(token, oneClick ? 'one-click' : 'web page', now());
    if (oneClick) return context.text('Unsubscribed.\n');
    const place = leaves ? await store.place(token) : before;
    return context.html(place ? offPage(place.one, place.others) : unknownPage());
  });

  routes.post('/:token/undo', async (context) => {
    const token = context.req.param('token');
    const before = await store.place(token);
    if (before?.one.mayReturn) await store.comeBack(token, 'undone on the web page', now());
    const place = before?.one.mayReturn ? await store.place(token) : before;
    if (!place) return context.html(unknownPage());
    const isBack = place.one.status === 'subscribed';
    return context.html(isBack ? undonePage(place.one) : offPage(place.one, place.others));
  });

  routes.all('/:token', refuseMethod(readAndWrite));
  return routes;
}

/** Whether a mail program asks (RFC 8058, 3.1), in either of the two forms of a POST. */
async function isOneClick(context: Context<ServiceEnvironment>): Promise<boolean> {
  try {
    const body = await context.req.parseBody();
    return body['List-Unsubscribe'] === 'One-Click';
  } catch {
    // A body that cannot be read comes from no mail program; the person still wants to leave.
    return false;
  }
}

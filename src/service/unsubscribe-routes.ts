import { Hono, type Context } from 'hono';
import type { Store } from '../delivery/store/store.ts';
import {
  findSubscription,
  otherSubscriptions,
  resubscribe,
  unsubscribe,
} from '../delivery/people/unsubscribe.ts';
import { privateRoutes } from './private-routes.ts';
import { unknownPage } from './service-page.ts';
import { askPage, offPage, undonePage } from './unsubscribe-pages.ts';

/**
 * The way off a list. GET asks and changes nothing; POST takes the person off at once, again and
 * again with the same answer, without a login, a cookie or a redirect, and says nothing about
 * whether a token is known (RFC 8058, 3.2). People see a page and can take it back.
 * @param now the moment kept as the time of a change
 */
export function unsubscribeRoutes(store: Store, now: () => Date): Hono {
  const routes = privateRoutes();

  routes.get('/:token', (context) => {
    const one = findSubscription(store, context.req.param('token'));
    if (!one) return context.html(unknownPage(), 404);
    const show = one.status === 'subscribed' ? askPage : offPage;
    return context.html(show(one, otherSubscriptions(store, one.token)));
  });

  routes.post('/:token', async (context) => {
    const token = context.req.param('token');
    const oneClick = await isOneClick(context);
    unsubscribe(store, token, oneClick ? 'one-click' : 'web page', now());
    if (oneClick) return context.text('Unsubscribed.\n');
    const one = findSubscription(store, token);
    return context.html(one ? offPage(one, otherSubscriptions(store, token)) : unknownPage());
  });

  routes.post('/:token/undo', (context) => {
    const token = context.req.param('token');
    resubscribe(store, token, 'undone on the web page', now());
    const one = findSubscription(store, token);
    if (!one) return context.html(unknownPage());
    const isBack = one.status === 'subscribed';
    return context.html(isBack ? undonePage(one) : offPage(one, otherSubscriptions(store, token)));
  });

  return routes;
}

/** Whether a mail program asks (RFC 8058, 3.1), in either of the two forms of a POST. */
async function isOneClick(context: Context): Promise<boolean> {
  try {
    const body = await context.req.parseBody();
    return body['List-Unsubscribe'] === 'One-Click';
  } catch {
    // A body that cannot be read comes from no mail program; the person still wants to leave.
    return false;
  }
}

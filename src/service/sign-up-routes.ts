import { z } from 'zod';
import { normaliseAddress } from '../delivery/list-files/address.ts';
import { wants } from '../delivery/lists/subscription.ts';
import { publicAudiences } from '../publication/site.ts';
import { privateRoutes, readAndWrite, refuseMethod, type ServiceRoutes } from './private-routes.ts';
import {
  askedPage,
  closedPage,
  confirmPage,
  fullPage,
  signUpPage,
  trapField,
} from './sign-up-pages.ts';
import type { ServiceStore } from './store/service-store.ts';

/** One tick is a text, several are a list, none is missing. */
const ticked = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .catch([])
  .transform((ids) => publicAudiences().flatMap(({ id }) => (ids.includes(id) ? [id] : [])));

const chosen = z.object({ lists: ticked, wants: wants.catch('every') });
const entered = chosen.extend({
  email: z.string().max(1000).catch(''),
  [trapField]: z.string().catch(''),
});

const chooseOne = 'Choose at least one group that you belong to.';

/**
 * The way onto the public lists, without a script or a puzzle. What somebody asks for is kept for every address
 * alike, and the page says the same to everybody, so that no stranger learns who is on a list. GET changes
 * nothing, also with the link of a mail, because mail scanners open every link: a button confirms. A form on
 * another site may post here; there is no cookie that it could use, and no script there may read the answer.
 */
export function signUpRoutes(store: ServiceStore, now: () => Date): ServiceRoutes {
  const routes = privateRoutes();

  routes.get('/', (context) =>
    publicAudiences().length === 0 ? context.html(closedPage(), 404) : context.html(signUpPage()),
  );

  routes.post('/', async (context) => {
    if (publicAudiences().length === 0) return context.html(closedPage(), 404);
    const body = await context.req.parseBody({ all: true }).catch(() => ({}));
    const { email, lists, wants: which, [trapField]: trap } = entered.parse(body);
    const parsed = normaliseAddress(email);
    const faults = [
      ...(parsed.ok
        ? []
        : [`Enter one email address, such as name@school.nz. We found ${parsed.reason}.`]),
      ...(lists.length > 0 ? [] : [chooseOne]),
    ];
    if (!parsed.ok || faults.length > 0) {
      return context.html(signUpPage({ address: email, lists, wants: which }, faults), 400);
    }
    // A program filled in what nobody sees. It learns nothing from the answer.
    if (trap !== '') return context.html(askedPage());
    const { address } = parsed;
    const order = { address, lists, wants: which, source: 'sign-up page' };
    const isKept = await store.signUp(order, now());
    if (isKept) return context.html(askedPage());
    return context.html(fullPage(), 503, { 'Retry-After': '3600' });
  });

  routes.get('/:token', async (context) => {
    const token = context.req.param('token');
    const found = await store.lookAtSignUp(token, now());
    return context.html(confirmPage(token, found), found.kind === 'unknown' ? 404 : 200);
  });

  routes.post('/:token', async (context) => {
    const token = context.req.param('token');
    const body = await context.req.parseBody({ all: true }).catch(() => ({}));
    const order = { token, ...chosen.parse(body) };
    const before = await store.lookAtSignUp(token, now());
    if (before.kind === 'open' && order.lists.length === 0) {
      return context.html(confirmPage(token, before, chooseOne), 400);
    }
    // Where nothing changes, nobody waits for who is writing.
    const found = before.kind === 'open' ? await store.confirmSignUp(order, now()) : before;
    return context.html(confirmPage(token, found), found.kind === 'unknown' ? 404 : 200);
  });

  routes.all('/', refuseMethod(readAndWrite));
  routes.all('/:token', refuseMethod(readAndWrite));
  return routes;
}

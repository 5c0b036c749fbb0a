import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { deliveryStatus } from '../../../delivery/delivery-status.ts';
import { readBulletin } from '../../../delivery/bulletins/read-bulletin.ts';
import { requireDispatch } from '../../../delivery/orders/find-dispatch.ts';
import { cancelEdition, pauseEdition } from '../../../delivery/orders/stop-edition.ts';
import { useStore } from '../../../delivery/store/use-store.ts';
import { actsOf } from '../../../delivery/trail/read-trail.ts';
import { mailAddress } from '../../mail/list-mailings.ts';
import { hubPage } from '../../pages/mail/hub-page.ts';
import type { Desk } from '../desk.ts';
import { handOver } from './hand-over.ts';
import { bulletinOf } from './mail-desk.ts';

const dones: Readonly<Record<string, string>> = {
  approved: 'Approved. It holds for exactly these bytes.',
  tested: 'The test is on its way. Look into the inbox.',
  'test-written': 'The test was written as a file, into the outbox. Nothing was sent.',
  rehearsed: 'Rehearsed: every message was written as a file. Nothing was sent.',
  sent: 'It is handed over, and goes out now. You can close this window.',
  scheduled: 'It is handed over, and goes out at its time. You can close this window.',
  paused: 'Paused. What was on its way is finished; nothing new is begun.',
  resumed: 'It goes on.',
  cancelled: 'Cancelled for good.',
};

/** Where a bulletin stands, and what stops it or lets it go on. */
export function hubRoutes(desk: Desk): Hono {
  const routes = new Hono();

  routes.get('/', async (context) => {
    const place = bulletinOf(context);
    if (!place) return context.notFound();
    const { out, data, ...rest } = desk.settings();
    const { edition, audience, person } = place;
    const bulletin = await readBulletin(out, edition, audience);
    return useStore({ data, ...rest }, async (store) => {
      const now = desk.post.now(store);
      const all = await deliveryStatus(out, data, store, now, edition);
      const status = all.find((one) => one.audience === audience);
      if (!status) return context.notFound();
      const acts = actsOf(store, { edition, most: 50 }).filter((one) => one.audience === audience);
      return context.html(
        hubPage({
          status,
          isDraft: bulletin.state === 'draft',
          acts,
          done: dones[context.req.query('done') ?? ''],
          closed: desk.post.closed(),
          report: html``,
          now,
          person,
        }),
      );
    });
  });

  routes.post('/pause', (context) =>
    act(context, 'paused', ({ edition, audience }, by) =>
      useStore(desk.settings(), async (store) => {
        const dispatch = await requireDispatch(store, desk.settings().out, edition, audience);
        pauseEdition(store, dispatch, by, desk.post.now(store));
      }),
    ),
  );

  routes.post('/cancel', (context) =>
    act(context, 'cancelled', ({ edition, audience }, by) => {
      const { out, data, ...rest } = desk.settings();
      return useStore({ data, ...rest }, async (store) => {
        const dispatch = await requireDispatch(store, out, edition, audience);
        await cancelEdition(store, data, dispatch, by, desk.post.now(store));
      });
    }),
  );

  routes.post('/resume', (context) =>
    act(context, 'resumed', async (place, by) => {
      const settings = desk.settings();
      const { total } = await useStore(settings, (store) =>
        requireDispatch(store, settings.out, place.edition, place.audience),
      );
      const wish = { by, expect: total, sendAt: undefined, anyTime: false };
      await handOver(desk, place, wish);
    }),
  );

  type Place = NonNullable<ReturnType<typeof bulletinOf>>;

  /** Does something in somebody's name, and shows what came of it. */
  async function act(
    context: Context,
    done: string,
    work: (place: Place, by: string) => Promise<void>,
  ) {
    const place = bulletinOf(context);
    if (!place) return context.notFound();
    const address = mailAddress(place);
    if (place.person === undefined) return context.redirect(`/desk/name/?next=${address}`, 303);
    await work(place, place.person);
    return context.redirect(`${address}?done=${done}`, 303);
  }

  return routes;
}

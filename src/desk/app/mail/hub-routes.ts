import { Hono } from 'hono';
import { html } from 'hono/html';
import { deliveryStatus } from '../../../delivery/delivery-status.ts';
import { readBulletin } from '../../../delivery/bulletins/read-bulletin.ts';
import { requireDispatch } from '../../../delivery/orders/find-dispatch.ts';
import { cancelEdition, pauseEdition } from '../../../delivery/orders/stop-edition.ts';
import { useStore } from '../../../delivery/store/use-store.ts';
import { actsOf } from '../../../delivery/trail/read-trail.ts';
import { lookAtReport } from '../../mail/look-at-report.ts';
import { hubPage } from '../../pages/mail/hub-page.ts';
import { reportPart } from '../../pages/mail/report-part.ts';
import type { Desk } from '../desk.ts';
import { handOver } from './hand-over.ts';
import { actInName, bulletinOf } from './mail-desk.ts';

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
  decided: 'Your decision is kept, and acted on.',
  again: 'They go out once more.',
  reason: 'Write why it will arrive this time, in at most 200 letters and without an address.',
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
      const report = status.dispatch && lookAtReport(store, status, status.dispatch);
      return context.html(
        hubPage({
          status,
          isDraft: bulletin.state === 'draft',
          acts,
          done: dones[context.req.query('done') ?? ''],
          closed: desk.post.closed(),
          report: report ? reportPart({ ...report, now }) : html``,
          now,
          person,
        }),
      );
    });
  });

  routes.post('/pause', (context) =>
    actInName(context, async ({ edition, audience }, by) => {
      const settings = desk.settings();
      await useStore(settings, async (store) => {
        const dispatch = await requireDispatch(store, settings.out, edition, audience);
        pauseEdition(store, dispatch, by, desk.post.now(store));
      });
      return 'paused';
    }),
  );

  routes.post('/cancel', (context) =>
    actInName(context, async ({ edition, audience }, by) => {
      const { out, data, ...rest } = desk.settings();
      await useStore({ data, ...rest }, async (store) => {
        const dispatch = await requireDispatch(store, out, edition, audience);
        await cancelEdition(store, data, dispatch, by, desk.post.now(store));
      });
      return 'cancelled';
    }),
  );

  routes.post('/resume', (context) =>
    actInName(context, async (place, by) => {
      const settings = desk.settings();
      const { total } = await useStore(settings, (store) =>
        requireDispatch(store, settings.out, place.edition, place.audience),
      );
      await handOver(desk, place, { by, expect: total, sendAt: undefined, anyTime: false });
      return 'resumed';
    }),
  );

  return routes;
}

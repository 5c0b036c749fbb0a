import { Hono } from 'hono';
import { z } from 'zod';
import { readRecordFiles, recordFolder } from '../../../delivery/bulletins/record-folder.ts';
import { sendFailedAgain } from '../../../delivery/dispatch/send-again.ts';
import { decisions, resolveCase } from '../../../delivery/ledger/resolve.ts';
import { requireDispatch } from '../../../delivery/orders/find-dispatch.ts';
import { keepRecord } from '../../../delivery/record/record-keep.ts';
import { useStore } from '../../../delivery/store/use-store.ts';
import { zipFiles } from '../../../disk/zip-files.ts';
import { oneLine } from '../../../schemas/fields.ts';
import { mailAddress } from '../../mail/list-mailings.ts';
import type { Desk } from '../desk.ts';
import { handOver } from './hand-over.ts';
import { actInName, bulletinOf } from './mail-desk.ts';

const caseSchema = z.object({
  seq: z.coerce.number().int().positive(),
  decision: z.enum(decisions),
});

/* It is kept for good, so it holds no address. */
const reasonSchema = z.object({
  reason: oneLine.refine((text) => text.length <= 200 && !text.includes('@')),
});

/** What a person decides after a dispatch, and its record. */
export function reportRoutes(desk: Desk): Hono {
  const routes = new Hono();

  routes.post('/resolve', (context) =>
    actInName(context, async ({ edition, audience }, by) => {
      const { seq, decision } = caseSchema.parse(await context.req.parseBody());
      const { out, data, ...rest } = desk.settings();
      await useStore({ data, ...rest }, async (store) => {
        const dispatch = await requireDispatch(store, out, edition, audience);
        resolveCase(store, dispatch, seq, decision, by, desk.post.now(store));
        await keepRecord(store, data, edition, audience);
      });
      return 'decided';
    }),
  );

  routes.post('/send-again', (context) =>
    actInName(context, async (place, by) => {
      const { edition, audience } = place;
      const order = reasonSchema.safeParse(await context.req.parseBody());
      if (!order.success) return 'reason';
      const { reason } = order.data;
      const settings = desk.settings();
      const total = await useStore(settings, async (store) => {
        const dispatch = await requireDispatch(store, settings.out, edition, audience);
        sendFailedAgain(store, dispatch, { by, reason }, desk.post.now(store));
        return dispatch.total;
      });
      await handOver(desk, place, { by, expect: total, sendAt: undefined, anyTime: false });
      return 'again';
    }),
  );

  routes.get('/record.zip', async (context) => {
    const place = bulletinOf(context);
    if (!place) return context.notFound();
    const { edition, audience } = place;
    const { data, ...rest } = desk.settings();
    await useStore({ data, ...rest }, (store) => keepRecord(store, data, edition, audience));
    const files = await readRecordFiles(recordFolder(data, edition, audience));
    if (!files) return context.redirect(mailAddress(place), 303);
    return context.body(zipFiles(files), 200, {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="record-${edition}-${audience}.zip"`,
    });
  });

  return routes;
}

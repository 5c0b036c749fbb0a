import { Hono } from 'hono';
import { join } from 'node:path';
import { z } from 'zod';
import { checkContent } from '../../../checks/running/check-content.ts';
import { approvalState } from '../../../delivery/approval/approval.ts';
import { readBulletin } from '../../../delivery/bulletins/read-bulletin.ts';
import { listSizes } from '../../../delivery/lists/list-sizes.ts';
import { approveEdition } from '../../../delivery/orders/approve-edition.ts';
import { mailedDocument } from '../../../delivery/orders/mailed-document.ts';
import { ownApprovalFaults, writerOf } from '../../../delivery/orders/own-approval.ts';
import { useStore } from '../../../delivery/store/use-store.ts';
import { compareBulletin } from '../../mail/compare-bulletin.ts';
import { mailAddress } from '../../mail/list-mailings.ts';
import { sourcesOf } from '../../mail/sources-of.ts';
import { missingPage } from '../../pages/fault-page.ts';
import { approvePage } from '../../pages/mail/approve-page.ts';
import { signedIn } from '../../sign-in/who.ts';
import type { Desk } from '../desk.ts';
import { bulletinOf } from './mail-desk.ts';

const orderSchema = z.object({ hash: z.string() });

/** Where a bulletin is read once more, and approved. */
export function approveRoutes(desk: Desk): Hono {
  const routes = new Hono();

  routes.get('/', async (context) => {
    const place = bulletinOf(context);
    if (!place) return context.notFound();
    const settings = desk.settings();
    const { content, out, now } = settings;
    const { edition, audience, person } = place;
    const bulletin = await readBulletin(out, edition, audience);
    const document = await mailedDocument(content, edition);
    if (!document) return context.html(missingPage(person), 404);
    const [{ files, changed }, writer, report] = await Promise.all([
      sourcesOf(out, content, edition),
      writerOf(settings, edition),
      checkContent({ folder: content, out, for: 'send', files: [join(content, document.path)] }),
    ]);
    return useStore(settings, async (store) => {
      const approval = approvalState(store, bulletin);
      return context.html(
        approvePage({
          bulletin,
          approval,
          people: listSizes(store).find(({ list }) => list === audience)?.subscribed ?? 0,
          files,
          changed,
          path: document.path,
          report,
          compared: await compareBulletin(store, out, bulletin),
          writer,
          isOwn: ownApprovalFaults(person ?? '', writer, approval).length > 0,
          now,
          person,
          isVouched: signedIn(context) !== undefined,
        }),
      );
    });
  });

  routes.post('/', async (context) => {
    const place = bulletinOf(context);
    if (!place) return context.notFound();
    const { edition, audience, person } = place;
    const address = mailAddress(place);
    if (person === undefined) return context.redirect(`/desk/name/?next=${address}approve/`, 303);
    const { hash } = orderSchema.parse(await context.req.parseBody());
    const settings = desk.settings();
    const order = { edition, audience, by: person, hash };
    await approveEdition(settings, order, (work) => useStore(settings, work));
    return context.redirect(`${address}?done=approved`, 303);
  });

  return routes;
}

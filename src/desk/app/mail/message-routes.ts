import { type Context, Hono } from 'hono';
import { readBulletin } from '../../../delivery/bulletins/read-bulletin.ts';
import { sendToOutbox } from '../../../delivery/outbox/send-to-outbox.ts';
import { testOrder } from '../../../delivery/orders/test-edition.ts';
import { useStore } from '../../../delivery/store/use-store.ts';
import { noteAct } from '../../../delivery/trail/note-act.ts';
import { z } from 'zod';
import { serviceOrigin } from '../../../settings/settings.ts';
import { mailAddress } from '../../mail/list-mailings.ts';
import { messageNumber, peopleOf, peopleToPage } from '../../mail/see-messages.ts';
import { messagePage, messagesPage } from '../../pages/mail/messages-page.ts';
import { shownPolicy } from '../../preview/as-shown.ts';
import type { Desk } from '../desk.ts';
import { bulletinOf } from './mail-desk.ts';

const testSchema = z.object({ to: z.string() });

/** Where a bulletin is tested and rehearsed, and each of its messages is looked at. */
export function messageRoutes(desk: Desk): Hono {
  const routes = new Hono();

  routes.post('/test', async (context) => {
    const place = bulletinOf(context);
    if (!place) return context.notFound();
    const { person, ...what } = place;
    const { to } = testSchema.parse(await context.req.parseBody());
    const settings = desk.settings();
    const isReal = desk.post.closed() === undefined;
    const transport = isReal ? await desk.post.transport() : undefined;
    await testOrder(settings, { ...what, to, transport });
    await note(person, { ...what, act: 'test' });
    return context.redirect(
      `${mailAddress(place)}?done=${isReal ? 'tested' : 'test-written'}`,
      303,
    );
  });

  routes.post('/rehearse', async (context) => {
    const place = bulletinOf(context);
    if (!place) return context.notFound();
    const { person, ...what } = place;
    const settings = desk.settings();
    const bulletin = await readBulletin(settings.out, what.edition, what.audience);
    const { count } = await useStore(settings, (store) =>
      sendToOutbox(store, bulletin, { ...settings, siteUrl: serviceOrigin(settings) }),
    );
    await note(person, { ...what, act: 'rehearse', detail: `${count} messages.` });
    return context.redirect(`${mailAddress(place)}?done=rehearsed`, 303);
  });

  routes.get('/messages', async (context) => {
    const place = bulletinOf(context);
    if (!place) return context.notFound();
    const settings = desk.settings();
    const bulletin = await readBulletin(settings.out, place.edition, place.audience);
    const page = pageSchema.parse(context.req.query('page'));
    const found = await useStore(settings, (store) => peopleOf(store, bulletin, page));
    const { person } = place;
    return context.html(messagesPage({ bulletin, ...found, page, size: peopleToPage, person }));
  });

  routes.get('/messages/:number{[1-9]\\d{0,8}}', async (context) => {
    const found = await messageOf(context);
    if (!found) return context.notFound();
    const { bulletin, message, number, person } = found;
    return context.html(messagePage(bulletin, message, number, person));
  });

  routes.get('/messages/:number{[1-9]\\d{0,8}}/html', async (context) => {
    const found = await messageOf(context);
    if (!found) return context.notFound();
    context.header('Content-Security-Policy', shownPolicy({ images: 'on' }));
    return context.html(found.message.html);
  });

  async function messageOf(context: Context) {
    const place = bulletinOf(context);
    if (!place) return undefined;
    const settings = desk.settings();
    const bulletin = await readBulletin(settings.out, place.edition, place.audience);
    const number = Number(context.req.param('number'));
    const message = await useStore(settings, (store) =>
      messageNumber(store, bulletin, serviceOrigin(settings), number),
    );
    return message && { bulletin, message, number, person: place.person };
  }

  const note = (person: string | undefined, deed: Omit<Parameters<typeof noteAct>[1], 'by'>) =>
    useStore(desk.settings(), (store) =>
      store.transaction(() => {
        noteAct(store, { by: person ?? '', ...deed }, desk.post.now(store));
      }),
    );

  return routes;
}

const pageSchema = z.coerce.number().int().min(0).max(1_000_000).catch(0);

import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { plainText } from '../../document/plain-text.ts';
import { writeAddress } from '../documents/desk-document.ts';
import { keepBase, keepUnsaved } from '../documents/keep-unsaved.ts';
import { readSource } from '../documents/read-source.ts';
import { titleOf } from '../documents/title-of.ts';
import { describeChange } from '../history/describe-change.ts';
import { historyOf } from '../../history/document-history.ts';
import type { History, Version } from '../../history/version.ts';
import { historyPage } from '../pages/history-page.ts';
import type { Desk } from './desk.ts';
import { personOf } from '../sign-in/who.ts';

const orderSchema = z.object({ version: z.string() });

/** What a document was, who changed it, and the way back: a text of before is opened, and not saved. */
export function historyRoutes(desk: Desk): Hono {
  const routes = new Hono();

  routes.get('/:path{.+}', async (context) => {
    const path = context.req.param('path');
    const { content, data, now } = desk.settings();
    const history = await historyOf(data, await readSource(content, path));
    const versions = await history.versions();
    const version = versions.find(({ id }) => id === context.req.query('version'));
    return context.html(
      historyPage({
        path,
        title: titleOf(await desk.look(), path),
        versions,
        chosen: version && { version, changes: await changesIn(history, versions, version) },
        now,
        person: personOf(context),
      }),
    );
  });

  routes.post('/:path{.+}', async (context) => {
    const path = context.req.param('path');
    const { version } = orderSchema.parse(await context.req.parseBody());
    const { content, data, now } = desk.settings();
    const source = await readSource(content, path);
    const text = await (await historyOf(data, source)).text(version);
    if (text === undefined) return context.redirect(`/desk/history/${path}`, 303);
    await keepBase(data, source.original);
    const slot = randomUUID();
    const by = personOf(context) ?? '';
    const kept = { path, slot, base: source.hash, by, at: now.toISOString() };
    await keepUnsaved(data, { ...kept, text: plainText(text) });
    return context.redirect(`${writeAddress(path)}?slot=${slot}&done=again`, 303);
  });

  return routes;
}

async function changesIn(history: History, versions: readonly Version[], { id }: Version) {
  const before = versions[versions.findIndex((one) => one.id === id) + 1];
  const [after, earlier] = await Promise.all([history.text(id), before && history.text(before.id)]);
  if (after === undefined || earlier === undefined) return undefined;
  return describeChange(plainText(earlier), plainText(after));
}

import { Hono } from 'hono';
import { z } from 'zod';
import { countOf } from '../../checks/finding.ts';
import { withState } from '../documents/change-top.ts';
import { writeAddress } from '../documents/desk-document.ts';
import { keptOf } from '../documents/keep-unsaved.ts';
import { readSource } from '../documents/read-source.ts';
import { saveChange } from '../history/save-change.ts';
import { titleOf } from '../documents/title-of.ts';
import { readyPage } from '../pages/ready-page.ts';
import type { Desk } from './desk.ts';
import { personOf } from '../sign-in/who.ts';

const orderSchema = z.object({ hash: z.string() });

/** Where a person makes a draft ready, with the checks shown; one with errors cannot be. */
export function readyRoutes(desk: Desk): Hono {
  const routes = new Hono();
  /** As it stands on the disk, checked as what it is to be. */
  const look = async (path: string) => {
    const settings = desk.settings();
    const source = await readSource(settings.content, path);
    const text = withState(source.original, 'ready');
    const report = await desk.checkText(source, text, 'send');
    const isUnsaved = (await keptOf(settings.data, path)).length > 0;
    return { source, text, report, isUnsaved };
  };
  routes.get('/:path{.+}', async (context) => {
    const path = context.req.param('path');
    const { source, report, isUnsaved } = await look(path);
    const title = titleOf(await desk.look(), path);
    const { hash } = source;
    return context.html(
      readyPage({ path, title, report, hash, isUnsaved, person: personOf(context) }),
    );
  });
  routes.post('/:path{.+}', async (context) => {
    const path = context.req.param('path');
    const { hash } = orderSchema.parse(await context.req.parseBody());
    const { text, report, isUnsaved } = await look(path);
    if (countOf(report, 'error') === 0 && !isUnsaved) {
      const by = personOf(context) ?? '';
      const { outcome } = await saveChange(desk.settings(), { path, hash, text }, by);
      if (outcome !== 'changed-meanwhile')
        return context.redirect(`${writeAddress(path)}?done=ready`, 303);
    }
    // Something was changed meanwhile: it is shown as it is now, and asked again.
    return context.redirect(`/desk/ready/${path}`, 303);
  });
  return routes;
}

import { Hono } from 'hono';
import { z } from 'zod';
import { plainText } from '../../document/plain-text.ts';
import { writeAddress } from '../documents/desk-document.ts';
import { dropKept, keepBase, keepUnsaved } from '../documents/keep-unsaved.ts';
import { readSource } from '../documents/read-source.ts';
import { findingsList } from '../pages/findings-list.ts';
import { when } from '../pages/when.ts';
import type { Desk } from './desk.ts';
import { personOf } from '../sign-in/who.ts';

const typedSchema = z.object({
  text: z.string(),
  hash: z.string(),
  slot: z.string().regex(/^[\w-]{1,64}$/),
});

/** What a window asks while somebody types in it: that it is kept, what the checks say, and who else is there. */
export function typedRoutes(desk: Desk): Hono {
  const routes = new Hono();

  routes.post('/keep/:path{.+}', async (context) => {
    const path = context.req.param('path');
    const { text, hash, slot } = typedSchema.parse(await context.req.parseBody());
    const { content, data, now } = desk.settings();
    const source = await readSource(content, path);
    if (hash === source.hash && plainText(text) === plainText(source.original)) {
      await dropKept(data, path, slot);
      return context.json({ kept: '', words: 'All of it is saved.' });
    }
    if (hash === source.hash) await keepBase(data, source.original);
    const at = now.toISOString();
    const by = personOf(context) ?? '';
    await keepUnsaved(data, { path, slot, base: hash, by, at, text: plainText(text) });
    return context.json({ kept: at, words: `Kept ${when(at, now)}, not saved yet.` });
  });

  routes.post('/check/:path{.+}', async (context) => {
    const path = context.req.param('path');
    const { text } = typedSchema.parse(await context.req.parseBody());
    const settings = desk.settings();
    const source = await readSource(settings.content, path);
    const report = await desk.checkText(source, plainText(text));
    return context.html(findingsList(report, { address: writeAddress(path), canAct: true }));
  });

  routes.post('/here/:path{.+}', async (context) => {
    const path = context.req.param('path');
    const { hash, slot } = typedSchema.omit({ text: true }).parse(await context.req.parseBody());
    const own = personOf(context) ?? 'Somebody';
    desk.present.note(path, slot, own);
    const source = await readSource(desk.settings().content, path);
    return context.json({
      words: sayOthers(desk.present.others(path, slot), own),
      changed: source.hash !== hash,
    });
  });

  return routes;
}

function sayOthers(others: readonly string[], own: string): string {
  const names = others.map((name) => (name === own ? 'You, in another window,' : name));
  const last = names.pop();
  if (last === undefined) return '';
  if (names.length > 0) return `${names.join(', ')} and ${last} have this open too.`;
  return last.startsWith('You') ? `${last} have this open too.` : `${last} has this open too.`;
}

import { Hono } from 'hono';
import { relative, sep } from 'node:path';
import { z } from 'zod';
import { BadInput } from '../../problems/problem.ts';
import { correctionSchema } from '../../schemas/correction.ts';
import { day, line } from '../../schemas/fields.ts';
import { kinds } from '../../skeletons/all-skeletons.ts';
import { startDocument } from '../../skeletons/start-document.ts';
import { entryKinds } from '../../skeletons/start-entry.ts';
import { beginEntry } from '../documents/begin-entry.ts';
import { writeAddress } from '../documents/desk-document.ts';
import { newPage } from '../pages/new-page.ts';
import type { Desk } from './desk.ts';
import { personOf } from '../sign-in/who.ts';

const empty = z.literal('').transform(() => undefined);
const orderSchema = z.object({
  kind: z.string(),
  name: line.optional(),
  on: empty.or(day).optional(),
  from: empty.or(day).optional(),
  of: empty.or(correctionSchema.shape.corrects).optional(),
});

/** Where documents are begun. */
export function newRoutes(desk: Desk): Hono {
  const routes = new Hono();

  routes.get('/', async (context) => {
    const { folder, content } = await desk.look();
    return context.html(newPage({ folder, content, problems: [], person: personOf(context) }));
  });

  routes.post('/', async (context) => {
    const person = personOf(context);
    try {
      const order = orderSchema.parse(await context.req.parseBody());
      return context.redirect(await begin(order, person ?? ''), 303);
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      const { folder, content } = await desk.look();
      return context.html(newPage({ folder, content, problems: error.problems, person }), 422);
    }
  });

  /** Gives the address at which its author goes on. */
  async function begin(order: z.output<typeof orderSchema>, by: string): Promise<string> {
    const settings = desk.settings();
    const { content: folder, now } = settings;
    const { name = '', on, of, from } = order;
    if (order.kind === 'contact' || order.kind === 'term') {
      const { path, slot } = await beginEntry(settings, order.kind, { name, by });
      return `${writeAddress(path)}?slot=${slot}&done=begun`;
    }
    const kind = kinds.find(({ word }) => word === order.kind);
    if (!kind) throw unknown(order.kind);
    const wish = { name, on, ...(kind.corrects && { corrects: of }), from };
    const { file } = await startDocument(kind, wish, { folder, now });
    return `${writeAddress(relative(folder, file).replaceAll(sep, '/'))}?done=begun`;
  }

  return routes;
}

const unknown = (found: string) =>
  new BadInput([
    {
      file: 'New',
      expected: `one of ${[...kinds.map(({ word }) => word), ...Object.keys(entryKinds)].join(', ')}`,
      found: `"${found}"`,
      remedy: 'Choose one on this page.',
    },
  ]);

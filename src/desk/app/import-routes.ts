import { Hono } from 'hono';
import { relative, sep } from 'node:path';
import { z } from 'zod';
import { importDocument, type Imported } from '../../importing/import-document.ts';
import { BadInput } from '../../problems/problem.ts';
import { day } from '../../schemas/fields.ts';
import { writeAddress } from '../documents/desk-document.ts';
import { dropSource, keepSource, type KeptSource, keptSource } from '../documents/keep-source.ts';
import { importPage } from '../pages/import-page.ts';
import { newPage } from '../pages/new-page.ts';
import type { Desk } from './desk.ts';
import { personOf } from '../sign-in/who.ts';

const empty = z.literal('').transform(() => undefined);
const handedSchema = z.object({
  as: z.enum(['newsletter', 'guidance', 'known-issue']),
  on: empty.or(day).optional(),
  source: z.instanceof(File).optional(),
  text: z.string().default(''),
});

const list = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);
const takenSchema = z.object({ of: list, take: list, next: z.enum(['look', 'make']) });

/** Where what was written elsewhere becomes a draft, of which a person takes or leaves each block. */
export function importRoutes(desk: Desk): Hono {
  const routes = new Hono();

  routes.post('/', async (context) => {
    const { folder, content } = await desk.look();
    const { data, now } = desk.settings();
    try {
      const { as, on, source, text } = handedSchema.parse(await context.req.parseBody());
      const { name, bytes } = await handed(source, text);
      const kept = await keepSource(data, { name, as, ...(on && { on }) }, bytes, now);
      await understood(kept, new Set(), false);
      return context.redirect(`/desk/import/${kept.id}`, 303);
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      const { problems } = error;
      return context.html(newPage({ folder, content, problems, person: personOf(context) }), 422);
    }
  });

  routes.get('/:id', async (context) => {
    const kept = await keptSource(desk.settings().data, context.req.param('id'));
    if (!kept) return context.redirect('/desk/new/', 303);
    const leave = new Set(context.req.queries('leave'));
    const imported = await understood(kept, leave, false);
    return context.html(importPage({ kept, imported, person: personOf(context) }));
  });

  routes.post('/:id', async (context) => {
    const { content: folder, data } = desk.settings();
    const kept = await keptSource(data, context.req.param('id'));
    if (!kept) return context.redirect('/desk/new/', 303);
    const { of, take, next } = takenSchema.parse(await context.req.parseBody({ all: true }));
    const leave = new Set(of.filter((id) => !take.includes(id)));
    const again = `/desk/import/${kept.id}?${new URLSearchParams([...leave].map((id) => ['leave', id]))}`;
    if (next === 'look') return context.redirect(again, 303);
    const { file, written } = await understood(kept, leave, true);
    // What is lost is told there.
    if (!written) return context.redirect(again, 303);
    await dropSource(data, kept.id);
    const path = relative(folder, file).replaceAll(sep, '/');
    return context.redirect(`${writeAddress(path)}?done=imported`, 303);
  });

  /** @throws {BadInput} which calls the file as its owner does */
  async function understood(
    { file, name, as, on }: KeptSource,
    leave: ReadonlySet<string>,
    write: boolean,
  ): Promise<Imported> {
    const { content: folder, now } = desk.settings();
    try {
      return await importDocument(file, { as, on, leave }, { folder, now, write });
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      throw new BadInput(
        error.problems.map((one) => (one.file === file ? { ...one, file: name } : one)),
      );
    }
  }

  return routes;
}

/** A file that was chosen or dropped, or else what was pasted. */
async function handed(
  source: File | undefined,
  text: string,
): Promise<{ name: string; bytes: Uint8Array }> {
  if (source && source.name !== '')
    return { name: source.name, bytes: new Uint8Array(await source.arrayBuffer()) };
  if (text.trim() !== '') return { name: 'pasted.txt', bytes: Buffer.from(text) };
  throw new BadInput([
    {
      file: 'Written elsewhere',
      expected: 'a file, or text that was pasted',
      found: 'neither',
      remedy: 'Choose a file or paste the text, then try again.',
    },
  ]);
}

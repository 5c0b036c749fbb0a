import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { filesFolder } from '../../files/read-files.ts';
import { BadInput } from '../../problems/problem.ts';
import { edited, openOrder } from '../protocol/document.ts';
import { blockShapes } from './block-shapes.ts';
import { checkEdited, type CheckText } from './check-edited.ts';
import { gatherChoices } from './gather-choices.ts';
import { kindOfDocument } from './kind-of-document.ts';
import { openDocument } from './open-document.ts';
import { takePicture } from './take-picture.ts';
import { writeEdited } from './write-edited.ts';

/** What the routes of the editor need of the desk. */
export interface EditingOptions {
  /** The content folder. */
  folder: string;
  check: CheckText;
}

/* A document has at most 200 KB as text, and its tree as JSON several times that. */
const mostOfDocument = bodyLimit({ maxSize: 4_000_000 });
/* More than any picture that can be published, so that its author is told why. */
const mostOfPicture = bodyLimit({ maxSize: 20_000_000 });

/**
 * What the editor asks of the desk, as JSON. Who may ask at all is for the app to say that these are
 * mounted in.
 */
export function editingRoutes({ folder, check }: EditingOptions): Hono {
  const app = new Hono();
  app.get('/blocks', (context) => context.json(blockShapes()));
  app.get('/choices', async (context) => context.json(await gatherChoices(folder)));
  app.post('/open', mostOfDocument, async (context) => {
    const { path, text } = openOrder.parse(await context.req.json());
    return context.json(openDocument(kindOfDocument(path), text));
  });
  app.post('/text', mostOfDocument, async (context) => {
    const wanted = edited.parse(await context.req.json());
    const written = writeEdited(kindOfDocument(wanted.path).container, wanted);
    return context.json(written, 'faults' in written ? 422 : 200);
  });
  app.post('/check', mostOfDocument, async (context) => {
    const checked = await checkEdited(check, edited.parse(await context.req.json()));
    return context.json(checked, 'faults' in checked ? 422 : 200);
  });
  app.post('/picture', mostOfPicture, async (context) => {
    const bytes = Buffer.from(await context.req.arrayBuffer());
    const taken = await takePicture(folder, context.req.query('name') ?? '', bytes);
    return context.json(taken, 'file' in taken ? 200 : 422);
  });
  app.get('/picture/:name{[a-z0-9-]+\\.(?:png|jpe?g)}', async (context) => {
    const name = context.req.param('name');
    const bytes = await readFile(join(folder, filesFolder, name)).catch(() => undefined);
    if (!bytes) return context.notFound();
    const type = name.endsWith('.png') ? 'image/png' : 'image/jpeg';
    return context.body(new Uint8Array(bytes), 200, { 'Content-Type': type });
  });
  app.onError((error, context) => {
    if (error instanceof BadInput) {
      const faults = error.problems.map(({ expected, found, remedy }) => ({
        message: `Expected ${expected}; found ${found}.`,
        remedy,
      }));
      return context.json({ faults }, 404);
    }
    if (isUnreadable(error)) {
      const message = 'The desk could not read what the editor sent.';
      return context.json({ faults: [{ message, remedy: 'Load the page again.' }] }, 400);
    }
    throw error;
  });
  return app;
}

/* What is no JSON, no tree of ours, or deeper than any tree. */
const isUnreadable = (error: Error) =>
  error instanceof SyntaxError || error instanceof RangeError || error.name.startsWith('$Zod');

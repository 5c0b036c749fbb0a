import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Content, Document } from '../content/content.ts';
import { siteContent } from '../content/site-content.ts';

type Key<Value> = {
  [Name in keyof Content]: Content[Name] extends Value ? Name : never;
}[keyof Content];

/**
 * Gives Astro a collection of documents from the one reading of the content, which has parsed and
 * checked them: their schema is not run again.
 */
export const documents = (kind: Key<Document<object>[]>): Loader => ({
  name: `panui-${kind}`,
  load: async (context) => {
    const { store, config } = context;
    const root = fileURLToPath(config.root);
    const content = await contentFor(context);
    const found = content?.[kind] ?? [];
    const ids = new Set(found.map(({ id }) => id));
    for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
    for (const { id, data, file } of found) {
      const digest = content?.read.get(file)?.sum ?? '';
      store.set({ id, data: { ...data }, filePath: relative(root, file), digest });
    }
  },
});

/** Gives Astro the records of one YAML file. */
export const records = (kind: Key<ReadonlyMap<string, object>>): Loader => ({
  name: `panui-${kind}`,
  load: async (context) => {
    const content = await contentFor(context);
    context.store.clear();
    for (const [id, record] of content?.[kind] ?? [])
      context.store.set({ id, data: { ...record } });
  },
});

/** Gives Astro the one record of a YAML file that is read whole. */
export const record = (name: string, of: (content: Content) => object): Loader => ({
  name: `panui-${name}`,
  load: async (context) => {
    const content = await contentFor(context);
    context.store.clear();
    if (content) context.store.set({ id: name, data: { ...of(content) } });
  },
});

/* Each collection is refused for the same faults. */
let said: unknown;

/**
 * The content; nothing where it has faults while somebody is at work on it: the server stays, and every
 * page says them.
 */
async function contentFor({ watcher, logger }: LoaderContext): Promise<Content | undefined> {
  try {
    return await siteContent();
  } catch (error) {
    if (!watcher || !(error instanceof Error)) throw error;
    if (said !== error) logger.error(error.message);
    said = error;
    return undefined;
  }
}

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
    const { store, config, generateDigest } = context;
    const root = fileURLToPath(config.root);
    const found = (await contentFor(context))?.[kind] ?? [];
    const ids = new Set(found.map(({ id }) => id));
    for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
    for (const { id, data, file } of found) {
      const entry = { ...data };
      store.set({ id, data: entry, filePath: relative(root, file), digest: generateDigest(entry) });
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

/**
 * The content; nothing where it has faults while somebody is at work on it: the server stays, and every
 * page says them.
 */
async function contentFor({ watcher, logger }: LoaderContext): Promise<Content | undefined> {
  try {
    return await siteContent();
  } catch (error) {
    if (!watcher || !(error instanceof Error)) throw error;
    logger.error(error.message);
    return undefined;
  }
}

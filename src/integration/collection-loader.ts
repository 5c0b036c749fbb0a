import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
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
  load: async ({ store, config, generateDigest }) => {
    const root = fileURLToPath(config.root);
    const found = (await siteContent())[kind];
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
  load: async ({ store }) => {
    store.clear();
    for (const [id, record] of (await siteContent())[kind]) store.set({ id, data: { ...record } });
  },
});

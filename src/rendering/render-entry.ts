import { compiled } from 'panui:documents';
import { type CollectionName, kindOfCollection } from './collection-names.ts';
import type { DocumentContent } from './components.ts';
import { documentById, type Document } from '../content/content.ts';
import { siteContent } from '../content/site-content.ts';

/** An entry of a collection of documents. */
export interface Entry<Data> {
  collection: CollectionName;
  id: string;
  data: Data;
}

/** An entry ready to be rendered. */
export interface Rendered<Data> {
  /** `<Content components={web} context={…} />` renders its text. */
  Content: DocumentContent;
  /** The same with its text as a tree, for what is said about it: its contents, its dates. */
  document: Document<Data>;
}

/** Gives the compiled text of an entry, as `render` of Astro's own collections does. */
export async function render<Data>({ collection, id, data }: Entry<Data>): Promise<Rendered<Data>> {
  const documents: readonly Document<unknown>[] = (await siteContent())[
    kindOfCollection[collection]
  ];
  const document = { ...documentById(documents, id), data };
  const Content = await compiled(document.file);
  if (!Content) throw new Error(`${document.file} was read and not compiled.`);
  return { Content, document };
}

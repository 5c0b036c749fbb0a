import { compiled } from 'panui:documents';
import { type CollectionName, kindOfCollection } from './collection-names.ts';
import type { DocumentContent } from './components.ts';
import { type Content, documentById, type Document } from '../content/content.ts';
import { siteContent } from '../content/site-content.ts';

/** An entry of a collection of documents, as Astro has it. */
export interface Entry<Name extends CollectionName> {
  collection: Name;
  id: string;
}

/** What the front matter of a document in a collection says. */
type DataIn<Name extends CollectionName> = Content[(typeof kindOfCollection)[Name]][number]['data'];

/** An entry ready to be rendered. */
export interface Rendered<Data> {
  /** `<Content components={web} context={…} />` renders its text. */
  Content: DocumentContent;
  /** What was read last of it, front matter and text as a tree; what Astro has of it may be a moment older. */
  document: Document<Data>;
}

/** Gives the compiled text of an entry, as `render` of Astro's own collections does. */
export async function render<Name extends CollectionName>({
  collection,
  id,
}: Entry<Name>): Promise<Rendered<DataIn<Name>>> {
  const kind: (typeof kindOfCollection)[Name] = kindOfCollection[collection];
  const documents: readonly Document<DataIn<Name>>[] = (await siteContent())[kind];
  const document = documentById(documents, id);
  const Content = await compiled(document.file);
  if (!Content) throw new Error(`${document.file} was read and not compiled.`);
  return { Content, document };
}

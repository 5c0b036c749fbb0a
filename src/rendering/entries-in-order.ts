import { getCollection, type CollectionEntry } from 'astro:content';
import { siteContent } from '../content/site-content.ts';
import { type CollectionName, kindOfCollection } from './collection-names.ts';

/**
 * Every entry of a collection of documents in the order in which readers are shown them, such as the newest
 * first; Astro gives them by their names.
 */
export async function entriesInOrder<Name extends CollectionName>(
  name: Name,
): Promise<CollectionEntry<Name>[]> {
  const documents = (await siteContent())[kindOfCollection[name]];
  const places = new Map(documents.map(({ id }, place) => [id, place]));
  const placeOf = ({ id }: { id: string }) => places.get(id) ?? places.size;
  const entries = await getCollection(name);
  return entries.toSorted((a, b) => placeOf(a) - placeOf(b));
}

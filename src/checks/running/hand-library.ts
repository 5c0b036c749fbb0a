import { contentToHand, takeContent } from '../../content/reading/hand-over.ts';
import { documentsByFile } from '../reading/documents-by-file.ts';
import type { Library } from '../reading/page.ts';

/** A library as a message to another thread, which a structured clone can carry. */
export type HandedLibrary = Omit<Library, 'content' | 'documents'> & {
  content: ReturnType<typeof contentToHand>;
  documents?: undefined;
};

/** A library without what cannot be cloned; the taker makes it of the rest. */
export const libraryToHand = ({ content, ...rest }: Library): HandedLibrary => ({
  ...rest,
  documents: undefined,
  content: contentToHand(content),
});

/** Takes such a message. Lines of front matter are not known any more: each is the first. */
export function takeLibrary({ content: handed, ...rest }: HandedLibrary): Library {
  const content = takeContent(handed);
  return { ...rest, content, documents: documentsByFile(content, rest.planned) };
}

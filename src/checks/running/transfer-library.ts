import { contentToTransfer, receiveContent } from '../../content/reading/transfer-content.ts';
import { documentsByFile } from '../reading/documents-by-file.ts';
import type { Library } from '../reading/page.ts';

/** A library as a message to another thread, which a structured clone can carry. */
export type TransferredLibrary = Omit<Library, 'content' | 'documents'> & {
  content: ReturnType<typeof contentToTransfer>;
  documents?: undefined;
};

/** A library without what cannot be cloned; the taker makes it of the rest. */
export const libraryToTransfer = ({ content, ...rest }: Library): TransferredLibrary => ({
  ...rest,
  documents: undefined,
  content: contentToTransfer(content),
});

/** Takes such a message. Lines of front matter are not known any more: each is the first. */
export function receiveLibrary({ content: handed, ...rest }: TransferredLibrary): Library {
  const content = receiveContent(handed);
  return { ...rest, content, documents: documentsByFile(content, rest.planned) };
}

import { allDocuments, type Content } from '../../content/content.ts';

/** Has pages render with this content in a test, where no integration reads any. */
export function useContent(content: Content): void {
  const texts = new Map(allDocuments(content).map(({ file, body }) => [file, body]));
  globalThis.panuiContent = {
    content: () => Promise.resolve(content),
    text: (file) => texts.get(file) ?? [],
  };
}

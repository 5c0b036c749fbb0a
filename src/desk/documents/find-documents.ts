import type { DeskDocument } from './desk-document.ts';
import { foldWords } from './fold-words.ts';

/** The documents that have every word of a question, or the start of it, in any order. */
export function findDocuments(
  documents: readonly DeskDocument[],
  question: string,
): DeskDocument[] {
  const wanted = foldWords(question).split(' ').filter(Boolean);
  return documents.filter(({ words }) => wanted.every((word) => ` ${words}`.includes(` ${word}`)));
}

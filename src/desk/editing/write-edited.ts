import { parseBody } from '../../document/parse-body.ts';
import { plainText } from '../../document/plain-text.ts';
import { writeDocument } from '../../document/write/write-document.ts';
import type { AsText, Edited } from '../protocol/document.ts';
import { receiveTree } from './receive-tree.ts';

/**
 * A document with what was edited in it: all lines that say the same keep each byte. Blocks that are not
 * finished are written as far as they go, so that nothing of them is lost.
 * @param container what the blocks of the contract call its collection
 * @returns the whole text, or what keeps it from being written
 */
export function writeEdited(container: string, { base, fields, body: sent }: Edited): AsText {
  const source = plainText(base);
  const refused = new Set<number>();
  const read = parseBody(source, container, (line) => refused.add(line));
  const { body, faults, unfinished } = receiveTree(sent, source, read, refused);
  if (faults.length > 0) return { faults };
  let text = writeDocument(base, container, { fields, body });
  const lineEnd = /\r\n?|\n/.exec(base)?.[0] ?? '\n';
  for (const [word, tag] of [...unfinished].toReversed()) {
    text = text.replace(word, () => tag.replaceAll('\n', lineEnd));
  }
  return { text };
}

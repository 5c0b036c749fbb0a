import { parseBody } from '../../document/parse-body.ts';
import { plainText } from '../../document/plain-text.ts';
import { splice } from '../../document/write/splice.ts';
import { writeDocument } from '../../document/write/write-document.ts';
import type { AsText, Edited } from '../protocol/document.ts';
import { receiveTree } from './receive-tree.ts';

/**
 * A file with what was edited in it: all lines that say the same keep each byte. Blocks that are not finished
 * are written as far as they go, so that nothing of them is lost.
 * @param original the text that was opened, as it is on the disk
 * @returns the text of the whole file, or what keeps it from being written
 */
export function writeEdited(original: string, container: string, edited: Edited): AsText {
  if ('text' in edited) return { text: withText(original, edited.text) };
  const source = plainText(original);
  const lines = new Set<number>();
  const read = parseBody(source, container, (line) => lines.add(line));
  const { body, faults, unfinished } = receiveTree(edited.body, source, read, lines);
  if (faults.length > 0) return { faults };
  let text = writeDocument(original, container, { fields: edited.fields, body });
  const lineEnd = /\r\n?|\n/.exec(original)?.[0] ?? '\n';
  for (const [word, tag] of [...unfinished].toReversed()) {
    text = text.replace(word, () => tag.replaceAll('\n', lineEnd));
  }
  return { text };
}

/** A file with another text: lines at its start and its end that are the same keep each byte. */
function withText(original: string, text: string): string {
  const [before, after] = [plainText(original), plainText(text)];
  const same = (count: number, from: (text: string, at: number) => string | undefined) => {
    let at = 0;
    while (at < count && from(before, at) === from(after, at)) at++;
    return at;
  };
  const least = Math.min(before.length, after.length);
  const start = before.lastIndexOf('\n', same(least, (one, at) => one[at]) - 1) + 1;
  const end = same(least - start, (one, at) => one.at(-1 - at));
  const stretch = { from: start, to: before.length - end };
  return splice(original, [{ ...stretch, text: after.slice(start, after.length - end) }]);
}

import { parseBody } from '../../document/parse-body.ts';
import { plainText } from '../../document/plain-text.ts';
import { splice } from '../../document/write/splice.ts';
import { writeDocument } from '../../document/write/write-document.ts';
import type { AsText, Edited } from '../protocol/document.ts';
import type { FileToEdit } from './read-file-to-edit.ts';
import { receiveTree } from './receive-tree.ts';

/**
 * A file with what was edited in it: all lines that say the same keep each byte.
 * @param file as it was opened
 * @returns the text of the whole file, or what keeps it from being written
 */
export function writeEdited(
  file: Pick<FileToEdit, 'original' | 'container'>,
  edited: Edited,
): AsText {
  const { original, container } = file;
  if ('text' in edited) return { text: withText(original, edited.text) };
  const read = parseBody(plainText(original), container, () => undefined);
  const { body, faults } = receiveTree(edited.body, read);
  if (faults.length > 0) return { faults };
  return { text: writeDocument(original, container, { fields: edited.fields, body }) };
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

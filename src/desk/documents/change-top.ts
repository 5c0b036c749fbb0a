import { BadInput } from '../../problems/problem.ts';
import { plainText } from '../../document/plain-text.ts';
import { draftLine } from '../../document/yaml/draft-line.ts';
import { frontMatterOf } from '../../document/yaml/front-matter.ts';
import { readFields } from '../../document/write/read-fields.ts';
import { splice } from '../../document/write/splice.ts';
import { writeDocument } from '../../document/write/write-document.ts';
import type { Acks } from '../../schemas/ack.ts';
import type { Source } from './read-source.ts';

/** A text that says it is a draft, or does not any more. All its other lines keep each byte. */
export function withState(text: string, state: 'draft' | 'ready'): string {
  const plain = plainText(text);
  const line = draftLine(plain);
  if ((line !== undefined) === (state === 'draft')) return text;
  const top = frontMatterOf(plain)?.at.from ?? 0;
  if (line === undefined) return splice(text, [{ from: top, to: top, text: 'state: draft\n' }]);
  const lines = plain.split('\n');
  const from = lines.slice(0, line - 1).join('\n').length + 1;
  const to = from + (lines[line - 1] ?? '').length + 1;
  return splice(text, [{ from, to, text: '' }]);
}

/**
 * A text in whose front matter a warning is acknowledged.
 * @throws {BadInput} where its front matter cannot be read yet
 */
export function withAck(text: string, { kind, file }: Source, ack: Acks[number]): string {
  const top = readFields(plainText(text));
  if (!top) {
    const expected = 'a top of the file that can be read';
    const remedy = 'Mend what the findings say of the top of the file, then try again.';
    throw new BadInput([{ file, line: 1, expected, found: 'one that cannot', remedy }]);
  }
  const { acks } = top;
  const list = Array.isArray(acks) ? acks : [];
  return writeDocument(text, kind, { fields: { ...top, acks: [...list, ack] } });
}

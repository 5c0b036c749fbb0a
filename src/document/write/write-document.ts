import { frontMatterOf } from '../yaml/front-matter.ts';
import { parseBody } from '../parse-body.ts';
import { plainText } from '../plain-text.ts';
import type { Flow } from '../tree.ts';
import { editFields, type Fields } from './edit-fields.ts';
import { editFlow } from './edit-flow.ts';
import { comparedWords } from './same-words.ts';
import { type Edit, splice } from './splice.ts';
import { outermost, writeFlow } from './write-flow.ts';

/** What a document shall say; what is left out stays as it is. */
export interface Wanted {
  /** Its front matter, all keys of it, as they are written and not as a schema reads them. */
  fields?: Fields;
  /** Its text. Places in it count for nothing, so new nodes may have any. */
  body?: readonly Flow[];
}

/**
 * A document that says something else now, as its file is written. Only the lines of what changed
 * change: all others keep each byte, also their line ends. The old text is read here once more, so
 * that no place can belong to another text.
 * @param original the file as it is on disk, decoded; one that is read without a problem, since what
 *   reading left out is lost where the text around it changes
 * @param collection where the document stands
 * @returns `original` itself where nothing changed
 */
export function writeDocument(
  original: string,
  collection: string,
  { fields, body }: Wanted,
): string {
  const source = plainText(original);
  const top = frontMatterOf(source);
  const onTop = fields && top ? editFields(top.yaml, top.at.from, fields) : [];
  if (!body) return splice(original, onTop);
  const old = read(source, collection);
  if (comparedWords(old) === comparedWords(body)) return splice(original, onTop);
  const edited = splice(original, [...onTop, ...editBody(source, old, body)]);
  if (comparedWords(read(plainText(edited), collection)) === comparedWords(body)) return edited;
  // Where a change touches how the text around it is read, all of it is written anew.
  const anew = { from: bodyStart(source), to: source.length, text: wholeBody(source, body) };
  return splice(original, [...onTop, anew]);
}

const read = (source: string, collection: string) => parseBody(source, collection, () => undefined);

function editBody(source: string, old: readonly Flow[], body: readonly Flow[]): Edit[] {
  if (old.length > 0 && body.length > 0) {
    return editFlow(old, body, { source, setting: { ...outermost, source }, prefix: '' });
  }
  return [{ from: bodyStart(source), to: source.length, text: wholeBody(source, body) }];
}

const wholeBody = (source: string, body: readonly Flow[]) =>
  body.length > 0 ? `\n${writeFlow(body, { ...outermost, source })}\n` : '';

/** Behind the second line of hyphens. */
function bodyStart(source: string): number {
  const end = frontMatterOf(source)?.at.to;
  if (end === undefined) return 0;
  const lineEnd = source.indexOf('\n', end);
  return lineEnd < 0 ? source.length : lineEnd + 1;
}

import PostalMime from 'postal-mime';
import { dayAt } from '../../dates/new-zealand.ts';
import { BadInput } from '../../problems/problem.ts';
import type { Notes } from '../notes.ts';
import type { Source } from '../source.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';

/**
 * A mail message (RFC 5322): its HTML, or where it has none its text. The subject is its title and the day it was sent
 * its date, unless the text says otherwise. Files that are attached are named, and the pictures within it taken.
 * @throws {BadInput} for a file that holds no message with words
 */
export async function readEmail(bytes: Uint8Array, file: string, notes: Notes): Promise<Source> {
  const { html, text, subject, date, attachments } = await PostalMime.parse(bytes, {
    maxNestingDepth: 20,
  });
  if (!html?.trim() && !text?.trim()) {
    throw new BadInput([
      {
        file,
        expected: 'a mail message with words',
        found: 'none',
        remedy: 'Open it in your mail program, and save it again as a message (.eml).',
      },
    ]);
  }
  const attached = new Map<string, Uint8Array>();
  for (const { contentId, content, filename, disposition } of attachments) {
    const id = contentId?.replaceAll(/[<>]/g, '');
    const own = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
    if (id !== undefined && html?.includes(`cid:${id}`)) attached.set(`cid:${id}`, own);
    else {
      const name = filename ?? `a file that is ${disposition ?? 'attached'}`;
      notes.toDo.push(`Look at ${name}, which was attached: it is not part of the draft.`);
    }
  }
  const source = html?.trim()
    ? readHtml(html, file, notes, { attached })
    : readMarkdown(text ?? '', file, notes);
  const title = subject?.replace(/^(?:(?:re|fwd?|fw)\s*:\s*)+/i, '').trim();
  const sent = date === undefined ? Number.NaN : Date.parse(date);
  return {
    ...source,
    format: 'eml',
    ...(title && { title }),
    ...(!Number.isNaN(sent) && { day: dayAt(new Date(sent)) }),
  };
}

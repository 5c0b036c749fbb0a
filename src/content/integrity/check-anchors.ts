import type { Problem } from '../../problems/problem.ts';
import { type Anchor, anchorsOf } from '../views/anchors.ts';
import { allDocuments, type Content } from '../content.ts';
import type { Source } from './check-references.ts';

/** The ids of a page's frame, which no text may have: the page and its skip link would name two places. */
export const frameAnchors: readonly string[] = [
  'main',
  'masthead-words',
  'todo-title',
  'contents-title',
];

/* The postal address stands beneath the contacts. */
const contactsFrame = 'post';

const taken = (id: string, frame: readonly string[]) => ({
  expected: `an anchor that the page itself does not have (it has ${frame.join(', ')})`,
  found: `"${id}"`,
  remedy: 'Give it another id, or the heading other words.',
});

/** Reports anchors that the frame of a page has, and those that a document has twice: a link could lead to only one of them. */
export function checkAnchors(
  content: Content,
  lists: { contacts: Source; glossary: Source },
  problems: Problem[],
): void {
  for (const name of ['contacts', 'glossary'] as const) {
    const { file, lineOf } = lists[name];
    const frame = name === 'contacts' ? [...frameAnchors, contactsFrame] : frameAnchors;
    for (const id of content[name].keys()) {
      if (frame.includes(id)) problems.push({ file, line: lineOf([id]), ...taken(id, frame) });
    }
  }
  for (const { file, body, lineAt } of allDocuments(content)) {
    const seen = new Map<string, Anchor>();
    for (const anchor of anchorsOf(body)) {
      const { id, at } = anchor;
      const line = lineAt(at);
      if (frameAnchors.includes(id)) {
        problems.push({ file, line, ...taken(id, frameAnchors) });
        continue;
      }
      const first = seen.get(id);
      if (!first) seen.set(id, anchor);
      // Two categories of one title are told by their title.
      else if (!first.isCategory || !anchor.isCategory) {
        problems.push({
          file,
          line,
          expected: 'an anchor that nothing else in the document has',
          found: `"${id}" again, first on line ${lineAt(first.at)}`,
          remedy: 'Give one of them another id, or the heading other words.',
        });
      }
    }
  }
}

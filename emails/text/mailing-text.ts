import { resolveLink, type Context } from '../../src/rendering/context.ts';
import { byCategory, type OutlineEntry, outlineOf, toDo } from '../../src/document/outline.ts';
import type { Flow } from '../../src/document/tree.ts';
import { nothingToDo, openAndOver } from '../../src/rendering/present.ts';
import type { Mailing } from '../../src/content/views/mailings.ts';
import { textOf } from './flow.ts';
import { contentsEntry, taskEntry } from './item-lines.ts';
import { bulleted, headed, headedAt, paragraphs } from './layout.ts';

/**
 * One reader's variant of an edition or a correction as plain text, before wrapping: of an edition
 * what to do and what is in it first, and all of it. The parity check holds the web page and the
 * HTML part against it.
 */
export function mailingText(
  kind: Mailing['kind'],
  body: readonly Flow[],
  context: Context,
): string {
  if (kind === 'correction') return textOf(body, context);
  const outline = outlineOf(body);
  const { present } = context;
  const [open, over] = openAndOver(toDo(outline), present);
  const listed = (tasks: readonly OutlineEntry[], mark: string) =>
    tasks
      .map((task) => bulleted(taskEntry(task, resolveLink(`#${task.id}`, context), present), mark))
      .join('\n');
  return paragraphs(
    headed('What you need to do'),
    listed(open, '[ ] ') || nothingToDo(over.length > 0),
    listed(over, '- '),
    headed('In this edition'),
    ...byCategory(outline).map(({ category, first, entries }) =>
      paragraphs(
        category && headedAt(3)(category),
        entries
          .map((item, at) => {
            const address = resolveLink(`#${item.id}`, context);
            return bulleted(contentsEntry(item, address, present), `${first + at}. `);
          })
          .join('\n'),
      ),
    ),
    textOf(body, context),
  );
}

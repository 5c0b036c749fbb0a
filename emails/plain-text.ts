import { outlineOf, toDo } from '../src/blocks/outline.ts';
import { resolveLink } from '../src/blocks/context.ts';
import { formatLongDate } from '../src/dates/format.ts';
import { site } from '../src/site.ts';
import type { Frame } from './frame.ts';
import { textOf } from './text/flow.ts';
import { itemLine } from './text/item-line.ts';
import { paragraphs, wrapped } from './text/layout.ts';

/** The plain-text part of a bulletin: the same facts in the same order as its HTML part. */
export function plainText(frame: Frame): string {
  const { title, date, context, body, why, links } = frame;
  const outline = outlineOf(body);
  const tasks = toDo(outline);
  const anchor = (id: string) => resolveLink(`#${id}`, context);
  const text = paragraphs(
    `${title.toUpperCase()}\n${formatLongDate(date)}\n${site.organisation.mi} | ${site.organisation.en}`,
    `Read this on the web:\n${context.pageUrl}`,
    'WHAT YOU NEED TO DO',
    tasks.length === 0
      ? 'Nothing in this bulletin needs action from you.'
      : tasks
          .map(({ id, task, title: name, due }) => {
            const by = due ? `, by ${formatLongDate(due)}` : '';
            return `[ ] ${task ?? name}${by}\n    ${anchor(id)}`;
          })
          .join('\n'),
    'IN THIS ISSUE',
    outline.map((item, index) => `${index + 1}. ${item.title} ${itemLine(item)}`).join('\n'),
    textOf(body, context),
    '-'.repeat(24),
    why,
    `Stop getting these emails:\n${links.unsubscribe}`,
    `Contact: ${links.contact}\nPrivacy: ${links.privacy}\nCopyright: ${links.copyright}`,
    `${site.organisation.mi} | ${site.organisation.en}\n${site.postalAddress}`,
  );
  return `${wrapped(text)}\n`;
}

import { actionLabels } from '../../../schemas/fields.ts';
import type { BlockUse, Page } from '../../reading/page.ts';
import type { Fault, PageRule } from '../../rule.ts';
import { findIn } from '../../language/find-in.ts';

export default {
  id: 'issue/action-label',
  severity: 'error',
  runs: 'front matter',
  why: 'Busy readers act on the label alone: “Action required” has to come with something to do, and “For information” must not hide a duty.',
  failing: {
    example:
      '<Item id="news" title="News – action required" action="for-information">\n\nYou must register by then.\n\n</Item>\n\n<Item id="reports" title="Reports" action="action-required">\n\nThank you for your reports.\n\n</Item>\n\n<Category title="Have your say">\n\n<Item id="day" title="Day of schools" action="save-the-date">\n\nIt is in June.\n\n</Item>\n\n</Category>',
    finds: ['News – action required', 'You must', 'action-required', 'save-the-date'],
  },
  passing:
    '<Item id="reports" title="Reports" action="action-required" due="2026-05-15">\n\nSend us your report.\n\n</Item>\n\n<Item id="news" title="News" action="for-information">\n\nThe release is out.\n\n</Item>',
  *check(page) {
    if (page.kind !== 'newsletters') return;
    for (const item of page.blocks.filter(({ name }) => name === 'Item'))
      yield* checkItem(page, item);
  },
} satisfies PageRule;

function* checkItem(page: Page, item: BlockUse): Generator<Fault> {
  const { title = '', action, due } = item.props;
  const typed =
    /\s*[–—-]\s*(?:action required|for information|have your say|save the date)\s*$/i.exec(title);
  if (typed) {
    yield {
      at: item.prop('title'),
      message: 'The label is typed into the title, and it is shown beside the title anyway.',
      suggestion: `title="${title.slice(0, typed.index)}"`,
    };
  }
  const inside = page.blocks.filter((block) => isInside(block, item));
  const names = new Set(inside.map(({ name }) => name));
  if (action === 'action-required' && due === undefined) {
    const asks = ['Survey', 'Button', 'Checklist'].some((name) => names.has(name));
    const session = names.has('Event') || /\b(?:drop[- ]?ins?|sessions?|webinars?)\b/i.test(title);
    const onlySession = session && !asks;
    const links = page.links.some((link) => link.item === item && link.by !== 'Session');
    if (onlySession) {
      yield {
        at: item.prop('action'),
        message: `“${title}” offers a session, which people may choose to attend, and is labelled “Action required”.`,
        suggestion: 'action="save-the-date"',
        severity: 'warning',
      };
    } else if (!links && !asks && !names.has('Contact')) {
      yield {
        at: item.prop('action'),
        message: `“${title}” is labelled “Action required”, and has no due date and nothing to follow.`,
        suggestion: 'Add due="…", a link or a button, or choose another label.',
      };
    }
  }
  yield* underAnother(item);
  if (action !== 'for-information') return;
  if (due !== undefined) {
    yield {
      at: item.prop('due'),
      message: `“${title}” has a due date and is labelled “For information”.`,
      suggestion: 'action="action-required"',
    };
  }
  for (const passage of page.passages) {
    if (passage.item !== item || passage.kind === 'field') continue;
    for (const found of findIn(
      passage,
      /\byou must\b|\b(?:is|are) due (?:on|by)\b|\bplease register\b|\bmust be (?:sent|submitted|returned)\b/gi,
    )) {
      if (found.quoted) continue;
      yield {
        at: found.place,
        message: `“${title}” is labelled “For information”, and this asks readers to do something.`,
        suggestion: 'Choose another label, or say it without asking.',
        severity: 'warning',
      };
    }
  }
}

/** An item in a category that is called as another label. */
function* underAnother(item: BlockUse): Generator<Fault> {
  const { title = '', action } = item.props;
  const category = item.parent?.name === 'Category' ? (item.parent.props['title'] ?? '') : '';
  const called = Object.entries(actionLabels).find(
    ([, label]) => label.toLowerCase() === category.trim().toLowerCase(),
  );
  if (!called || !action || called[0] === action) return;
  yield {
    at: item.prop('action'),
    message: `“${title}” stands under “${category}”, and its label says something else.`,
    suggestion: `action="${called[0]}", or a category that is not called like a label.`,
    severity: 'warning',
  };
}

function isInside(block: BlockUse, item: BlockUse): boolean {
  for (let one = block.parent; one; one = one.parent) if (one === item) return true;
  return false;
}

import type { OutlineEntry } from '../../src/blocks/outline.ts';
import { formatLongDate } from '../../src/dates/format.ts';
import { actionLabels } from '../../src/schemas/fields.ts';

/** What an item asks, by when and of whom: "[ACTION REQUIRED by Friday 15 May 2026] Non-school providers". */
export function itemLine({ action, due, who }: OutlineEntry): string {
  const by = due ? ` by ${formatLongDate(due)}` : '';
  return `[${actionLabels[action].toUpperCase()}${by}]${who ? ` ${who}` : ''}`;
}

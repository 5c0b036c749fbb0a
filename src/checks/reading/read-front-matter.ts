import type { Page } from './page.ts';
import { readValues } from './read-fields.ts';

/** The values of a document's front matter. */
export function readFields(page: Page): ReturnType<typeof readValues> {
  const yaml = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(page.source);
  if (!yaml) return { values: [], passages: [] };
  return readValues(page, yaml[1] ?? '', page.source.indexOf('\n') + 1);
}

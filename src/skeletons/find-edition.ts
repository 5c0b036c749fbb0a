import { join } from 'node:path';
import { collections } from '../content/collections.ts';
import type { Document } from '../content/content.ts';
import { formatDate } from '../dates/format.ts';
import { BadInput } from '../problems/problem.ts';
import type { Newsletter } from '../schemas/newsletter.ts';
import type { Shelf } from './skeleton.ts';

/**
 * The edition that a new one starts from.
 * @param from its day, or "last" for the newest that is published
 * @throws {BadInput} where there is none, or where it cannot be read
 */
export function findEdition(from: string, { content, folder, problems }: Shelf) {
  const { newsletters } = content;
  const ready = newsletters.filter(({ file }) => !content.drafts.has(file));
  const found = from === 'last' ? ready[0] : newsletters.find(({ id }) => id === from);
  if (found) return found;
  const file = join(folder, collections.newsletters.folder, `${from}.mdx`);
  const own = problems.filter((problem) => problem.file === file);
  const days = ready.map(({ id }) => id);
  const none = {
    file: `--from ${from}`,
    expected: from === 'last' ? 'an edition that is no draft' : 'an edition of that day',
    found: 'none',
    remedy:
      days.length === 0
        ? 'Leave --from out, to begin the first.'
        : `Say --from last, or one of ${days.slice(0, 3).join(', ')}.`,
  };
  throw new BadInput(own.length > 0 ? own : [none]);
}

/**
 * How many weeks after an edition another one comes out, to the nearest.
 * @throws {BadInput} for a day that is not after it
 */
export function weeksAfter({ data: { date } }: Document<Newsletter>, day: string): number {
  if (day > date) return Math.round((Date.parse(day) - Date.parse(date)) / 604_800_000);
  throw new BadInput([
    {
      file: `--on ${day}`,
      expected: `a day after the edition that it starts from, ${formatDate(date)}`,
      found: formatDate(day),
      remedy: 'Choose a later day, or another edition with --from.',
    },
  ]);
}

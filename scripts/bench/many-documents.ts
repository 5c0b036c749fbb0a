import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addDays } from '../../src/dates/plain-date.ts';

/** The sample content. */
export const sample = fileURLToPath(new URL('../../content', import.meta.url));

/**
 * Fills a folder with the sample content and `count` more documents that the checks find no error in: copies
 * of a known issue and of its newest edition, each of these some weeks earlier with all its days.
 */
export async function writeManyDocuments(folder: string, count: number): Promise<void> {
  await cp(sample, folder, { recursive: true });
  const original = await readFile(join(folder, 'known-issues', 'ki-003.mdx'), 'utf8');
  // What people call it leads to one issue, and no other may claim it.
  const issue = original.replace(/^aliases:\n(?: {2}- .*\n)+/m, '');
  const edition = await readFile(join(folder, 'newsletters', '2026-05-08.mdx'), 'utf8');
  for (let number = 0; number < count; number++) {
    if (number % 2 === 0) {
      await writeFile(join(folder, 'known-issues', `ki-${1000 + number}.mdx`), issue);
    } else {
      const weeks = 5 + (number - 1) / 2;
      const date = addDays('2026-05-08', -7 * weeks);
      const text = edition
        .replaceAll(/(?<![-\w])2026-\d\d-\d\d/g, (day) => addDays(day, -7 * weeks))
        .replaceAll(/subject: .*/g, `subject: What is new, and what to do in week ${number}`)
        .replaceAll(
          /preheader: .*/g,
          'preheader: Invoices, sessions and a survey, and where to ask.',
        );
      await writeFile(join(folder, 'newsletters', `${date}.mdx`), text);
    }
  }
}

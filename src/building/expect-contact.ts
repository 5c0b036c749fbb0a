import { join } from 'node:path';
import type { Content } from '../content/content.ts';
import { BadInput } from '../problems/problem.ts';
import { site } from '../publication/site.ts';

/**
 * Holds the contacts to have the one that every page and bulletin sends its readers to.
 * @param folder the content folder
 * @throws {BadInput} where it is missing
 */
export function expectContact({ contacts }: Content, folder: string): void {
  if (contacts.has(site.contact)) return;
  throw new BadInput([
    {
      file: join(folder, 'contacts.yaml'),
      expected: `a contact called ${site.contact}: every page and bulletin sends its readers there`,
      found: [...contacts.keys()].join(', ') || 'no contacts',
      remedy: 'Add it, or name one of yours as the contact in src/publication/site.ts.',
    },
  ]);
}

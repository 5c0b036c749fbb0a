import { join } from 'node:path';
import type { Content } from '../content/content.ts';
import { BadInput } from '../problems/problem.ts';
import { publication } from '../publication/site.ts';
import type { Shelf } from './skeleton.ts';

/**
 * The contact that a new document names until its author says otherwise: that of the whole site, or
 * the first of all. Nothing where there are no contacts.
 */
export const chooseContact = ({ contacts }: Content): string | undefined =>
  contacts.has(publication().contact) ? publication().contact : [...contacts.keys()][0];

/**
 * The same, for a document that cannot be without one.
 * @throws {BadInput} where there is none, or where contacts.yaml cannot be read
 */
export function expectContact({ content, folder, problems }: Shelf): string {
  const contact = chooseContact(content);
  if (contact !== undefined) return contact;
  const file = join(folder, 'contacts.yaml');
  const none = {
    file,
    expected: 'at least one contact, because this kind of document has to name one',
    found: 'none',
    remedy: `Write the first, such as "${publication().contact}:" with its name and summary, then try again.`,
  };
  const own = problems.filter((problem) => problem.file === file);
  throw new BadInput(own.length > 0 ? own : [none]);
}

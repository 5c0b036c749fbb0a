import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { z } from 'zod';
import { plainText } from '../../document/plain-text.ts';
import { toYaml } from '../../document/write/to-yaml.ts';
import { audienceIds } from '../../publication/site.ts';
import type { contactSchema } from '../../schemas/contact.ts';
import type { termSchema } from '../../schemas/glossary.ts';
import { createFile } from '../../skeletons/create-file.ts';
import { slugOf } from '../../skeletons/slug-of.ts';
import { keepBase, keepUnsaved } from './keep-unsaved.ts';
import { readSource } from './read-source.ts';

/** The entries of lists that can be begun, each with the list it stands in. */
export const entryKinds = { contact: 'contacts.yaml', term: 'glossary.yaml' } as const;

const skeletons = {
  contact: (name: string) =>
    ({
      name,
      summary: 'TBC: what this contact is for, as one sentence.',
      audiences: [...audienceIds()],
      purposes: ['TBC: what to bring here'],
    }) satisfies z.input<typeof contactSchema>,
  term: (term: string) =>
    ({
      term,
      meaning: 'TBC: what it means, in a sentence that a newcomer follows.',
    }) satisfies z.input<typeof termSchema>,
};

/**
 * Begins an entry of a list: it stands at the end of the list as something typed, until its author saves it.
 * @returns the path of the list, and the window in which it is kept
 * @throws {BadInput} where there is nothing to name it by
 */
export async function beginEntry(
  { content, data, now }: { content: string; data: string; now: Date },
  kind: keyof typeof entryKinds,
  { name, by }: { name: string; by: string },
): Promise<{ path: string; slot: string }> {
  const path = entryKinds[kind];
  const entry = toYaml({ [slugOf(name)]: skeletons[kind](name) });
  await createFile(join(content, path), '');
  const { original, hash } = await readSource(content, path);
  const before = plainText(original).trimEnd();
  await keepBase(data, original);
  const slot = randomUUID();
  const text = before === '' ? entry : `${before}\n\n${entry}`;
  await keepUnsaved(data, { path, slot, base: hash, by, at: now.toISOString(), text });
  return { path, slot };
}

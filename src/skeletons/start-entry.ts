import type { z } from 'zod';
import { parseYaml } from '../document/yaml/parse-yaml.ts';
import { plainText } from '../document/plain-text.ts';
import { toYaml } from '../document/write/to-yaml.ts';
import { BadInput } from '../problems/problem.ts';
import { audienceIds } from '../publication/site.ts';
import { type contactSchema, contactsFileSchema } from '../schemas/contact.ts';
import { glossaryFileSchema, type termSchema } from '../schemas/glossary.ts';
import { slugOf } from './slug-of.ts';

/** The entries of lists that can be begun, each with the list it stands in and what it is named by. */
export const entryKinds = {
  contact: {
    path: 'contacts.yaml',
    is: 'team or role',
    example: '"Media team"',
    schema: contactsFileSchema,
  },
  term: {
    path: 'glossary.yaml',
    is: 'word or short form',
    example: '"Support plan"',
    schema: glossaryFileSchema,
  },
} as const;

export type EntryKind = keyof typeof entryKinds;

/** What people call them. */
export const entryWords: readonly EntryKind[] = ['contact', 'term'];

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

/** An entry that was begun. */
export interface StartedEntry {
  /** The name that documents refer to it by. */
  id: string;
  /** The line of the list that it starts on. */
  line: number;
  /** The whole list with the entry at its end. */
  text: string;
}

/**
 * Begins an entry at the end of a list. Nothing is written.
 * @param list the file, and what it says now
 * @throws {BadInput} where there is nothing to name it by, the list has such an entry, or cannot be read with it
 */
export function startEntry(
  kind: EntryKind,
  name: string,
  { file, original }: { file: string; original: string },
): StartedEntry {
  const { is } = entryKinds[kind];
  const schema: z.ZodType<Readonly<Record<string, unknown>>> = entryKinds[kind].schema;
  const id = slugOf(name);
  const before = plainText(original).trimEnd();
  const known = parseYaml(before, schema, file);
  if ('data' in known && Object.hasOwn(known.data, id)) {
    throw new BadInput([
      {
        file,
        line: known.lineOf([id]),
        expected: `no ${kind} "${id}" yet`,
        found: 'one, which is left as it is',
        remedy: `Go on with it, or name another ${is}.`,
      },
    ]);
  }
  const above = before === '' ? '' : `${before}\n\n`;
  const text = `${above}${toYaml({ [id]: skeletons[kind](name) })}`;
  const parsed = parseYaml(text, schema, file);
  if ('problems' in parsed) throw new BadInput(parsed.problems);
  return { id, line: parsed.lineOf([id]), text };
}

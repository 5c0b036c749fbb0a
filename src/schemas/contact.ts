import { z } from 'zod';
import { audienceList, id, line } from './fields.ts';

/** Every way to reach somebody: `content/contacts.yaml`. Documents refer to a contact, they never retype it. */
export const contactSchema = z.strictObject({
  /** The team or role, never a person. */
  name: line,
  /** One sentence: what this contact is for. */
  summary: line,
  /** Who may use it. */
  audiences: audienceList,
  /** Grouped as it is said aloud: 0800 422 599. Leave out where people have their own contact. */
  phone: z
    .string()
    .regex(/^[+\d][\d ]{5,}\d$/, 'a phone number of digits and spaces')
    .optional(),
  /** Where the number works, such as "NZ only". */
  phoneNote: line.optional(),
  email: z.email('an email address').optional(),
  /** When somebody answers. */
  hours: line.optional(),
  /** What to bring here, each a short phrase. */
  purposes: z.array(line).default([]),
  /** What to take elsewhere, and where: an id of another contact. */
  notFor: z.array(z.strictObject({ what: line, instead: id })).default([]),
});

export const contactsFileSchema = z.record(id, contactSchema);

export type Contact = z.output<typeof contactSchema>;

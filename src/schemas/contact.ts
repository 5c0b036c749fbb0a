import { z } from 'zod';
import { audienceList } from './audience.ts';
import { id, line, reoLine } from './fields.ts';

const phone = z.string().regex(/^[+\d][\d ]{5,}\d$/, 'a phone number of digits and spaces');

/** Every way to reach somebody: `content/contacts.yaml`. Documents refer to a contact, they never retype it. */
export const contactSchema = z.strictObject({
  name: line.describe('The team or the role, never a person.'),
  mi: reoLine.optional().describe('The same name in te reo Māori.'),
  summary: line.describe('What this contact is for, as one sentence.'),
  audiences: audienceList.describe('Who may use it.'),
  phone: phone
    .optional()
    .describe(
      'Grouped as it is said aloud: “0800 422 599”. Left out where people have a contact of their own.',
    ),
  phoneNote: line.optional().describe('Where the number works: “NZ only”.'),
  email: z.email('an email address').optional().describe('The address of the team or the role.'),
  hours: line.optional().describe('When somebody answers.'),
  people: z
    .array(
      z.strictObject({
        role: line.describe(
          'The role of one of the team: “Advisor, Te Tai Tokerau”. A name only where that person agreed to it.',
        ),
        mi: reoLine.optional().describe('The same role in te reo Māori.'),
        duties: line.optional().describe('What to bring to this person, as a short phrase.'),
        phone: phone.optional().describe('Their number, grouped as it is said aloud.'),
        email: z.email('an email address').optional().describe('Their address.'),
      }),
    )
    .default([])
    .describe('The people of the team, each with a role, duties and a number of their own.'),
  purposes: z.array(line).default([]).describe('What to bring here, each a short phrase.'),
  notFor: z
    .array(
      z.strictObject({
        what: line.describe('What people should not bring here.'),
        instead: id.describe('Where to take it: another entry of contacts.yaml.'),
      }),
    )
    .default([])
    .describe('What to take elsewhere, and where.'),
});

export const contactsFileSchema = z
  .record(id, contactSchema)
  .describe('Every way to reach somebody, each under a name that documents refer to it by.');

export type Contact = z.output<typeof contactSchema>;

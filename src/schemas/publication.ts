import { z } from 'zod';
import { approvers, type Publication } from '../publication/site.ts';
import { audienceEntries } from './audience-entries.ts';
import { coloursSchema } from './colours.ts';
import { id, line } from './fields.ts';

const domainName = z
  .string({ error: 'a domain' })
  .regex(
    /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/,
    'a domain in lower-case letters, such as news.example.govt.nz',
  );

const address = z.email('an email address');

const webAddress = z.url({ protocol: /^https$/, error: 'an address starting with https://' });

/** The names, addresses, audiences and colours of a publication: `content/site.yaml`. */
export const publicationSchema = z
  .strictObject({
    name: line.describe('The name of the site, at the top of every page.'),
    strapline: line.describe('One line that says what the site is and for whom.'),
    organisation: z
      .strictObject(
        {
          mi: line.describe('In te reo Māori; it comes first.'),
          en: line.describe('In English.'),
        },
        { error: 'the organisation in "mi" and "en"' },
      )
      .describe('Who publishes it.'),
    newsletter: line.describe('What every edition is called unless it has a title of its own.'),
    contact: id.describe('Where readers who need a person are sent: an entry of contacts.yaml.'),
    answersWithin: line.describe('How soon every email is answered: “3 working days”.'),
    streetAddress: line.describe('Where people can come in person.'),
    postalAddress: line.describe('Where post goes; it stands at the end of every bulletin.'),
    licence: z
      .strictObject(
        {
          name: line.describe('What the licence is called: “CC BY 4.0”.'),
          url: webAddress.describe('Where it can be read.'),
        },
        { error: 'the "name" and the "url" of the licence' },
      )
      .describe('How others may use the words on the site.'),
    namingDomain: domainName.describe(
      // RFC 5545, 3.8.4.7 (UID); RFC 4287, 4.2.6 (atom:id).
      'Stands in the names of calendar and feed entries. Keep it for good, also when the site moves.',
    ),
    sender: z
      .strictObject(
        {
          // A sign that has a meaning in mail headers breaks what programs show.
          name: line
            .refine(
              (name) => !/["<>\\,;:@()[\]]/.test(name),
              'a name of plain words, without signs that have a meaning in mail headers',
            )
            .describe('The name that people see in their inbox.'),
          address: address.describe('The address that bulletins come from.'),
          unsubscribeAddress: address.describe('Where mail programs write for people who leave.'),
        },
        { error: 'the "name", "address" and "unsubscribeAddress" of the sender' },
      )
      .describe('Whom bulletins come from.'),
    audiences: audienceEntries.describe(
      'Who gets bulletins, in the order in which pages list them.',
    ),
    regions: z
      .array(line, { error: 'a list of regions' })
      .optional()
      .describe(
        'Regions that people may choose on the page with their choices, as lists call them.',
      ),
    rules: z
      .strictObject(
        {
          approver: z
            .enum(approvers, { error: 'anybody or not-the-writer-alone' })
            .describe(
              'Who may approve alone: anybody, or with not-the-writer-alone only who did not change it last.',
            ),
        },
        { error: 'the "approver"' },
      )
      .default({ approver: 'anybody' })
      .describe('What has to be so before anything goes out; left out, anybody may approve alone.'),
    colours: coloursSchema.describe('Colours by what they are for, by day and by night.'),
  })
  .describe(
    'What the publication is called, who gets it, whom it comes from, and its colours: change it first when you take Pānui up.',
  ) satisfies z.ZodType<Publication>;

import { z } from 'zod';
import { acks } from './ack.ts';
import { audienceList } from './audience.ts';
import { contactId, day, guidanceId, id, line, oneLine, link, state } from './fields.ts';
import { orthography } from './orthography.ts';

/** Standing advice: `content/guidance/home-education.mdx`. It is kept true; newsletters quote it. */
export const guidanceSchema = z
  .strictObject({
    title: line.describe('What the guidance is about, as a reader would say it.'),
    summary: line.describe(
      'What it covers and for whom, in one or two sentences. Search results show it.',
    ),
    audiences: audienceList.describe(
      'Who it is written for. Others can read it, so write it to be safe for families too.',
    ),
    topic: line.describe('The group it stands in on the guidance page: “Home education”.'),
    owner: contactId.describe('The contact who keeps it true: an entry of contacts.yaml.'),
    legalBasis: z
      .array(
        z.strictObject({
          title: line.describe(
            'The Act, the section or the rule: “Education and Training Act 2020”.',
          ),
          url: link.describe('Where the law can be read.'),
        }),
      )
      .default([])
      .describe('The law that its duties rest on. Name it wherever the page states a duty.'),
    lastReviewed: day.describe('When somebody last checked every sentence.'),
    nextReview: day.describe('When it must be checked again.'),
    aliases: z
      .array(oneLine)
      .default([])
      .describe('Other words people search with: family words, short forms, old names.'),
    changes: z
      .array(
        z.strictObject({
          date: day.describe('The day of the change.'),
          note: line.describe('What is different since then, as a sentence.'),
        }),
      )
      .default([])
      .describe('What changed and when, newest first. Readers see it at the foot of the page.'),
    formerly: z
      .array(id)
      .default([])
      .describe(
        'Names that it had in its address before: they lead on to it. `panui rename` writes them.',
      ),
    withdrawn: z
      .strictObject({
        on: day.describe('The first day on which it does not hold any more.'),
        why: line.describe('Why, as a sentence. Readers see it.'),
        instead: guidanceId.optional().describe('The guidance that holds in its place.'),
      })
      .optional()
      .describe(
        'Where it holds no more. Address and wording stay, marked as withdrawn. `panui withdraw` writes it.',
      ),
    state,
    orthography,
    acks,
  })
  .describe('Standing advice, which is kept true. Editions quote it.');

export type Guidance = z.output<typeof guidanceSchema>;

import { z } from 'zod';
import { acks } from './ack.ts';
import { audienceIds, site } from '../site.ts';
import { day, id, line } from './fields.ts';
import { orthography } from './orthography.ts';

const envelope = z.strictObject({
  /**
   * The subject line in the inbox. Say what is in it, the most urgent fact and its date first;
   * about 50 characters show on a phone.
   */
  subject: line.refine((text) => text.length <= 78, 'a subject of at most 78 characters'),
  /** The grey line after the subject in the inbox: 40 to 100 characters that do not repeat it. */
  preheader: line.refine((text) => text.length <= 140, 'a preheader of at most 140 characters'),
});

/** One edition: `content/newsletters/2026-05-08.mdx`, named by its date. */
export const newsletterSchema = z.strictObject({
  /** The name of the newsletter. Leave it out unless this edition is called something else. */
  title: line.default(site.newsletter),
  /** The date of the edition, the same as the file name. Dates in the text take their year from it. */
  date: day,
  /** One or two sentences for the archive, search results and feeds. */
  summary: line,
  /**
   * The bulletins to make: one entry for each audience that gets this edition by email, so that
   * the subject of one list never speaks of another's items.
   */
  bulletins: z
    .partialRecord(
      z.enum(audienceIds, { error: `an audience: ${audienceIds.join(' or ')}` }),
      envelope,
      {
        error: 'a subject and a preheader for each audience',
      },
    )
    .refine((map) => Object.keys(map).length > 0, 'at least one audience'),
  /**
   * What was put right on the page after the bulletin went out, newest first. Readers see it over the
   * edition and at the item.
   */
  corrections: z
    .array(
      z.strictObject({
        date: day,
        /** The item that was wrong: its id. */
        item: id.optional(),
        /** What it said and what it says now, in a sentence. */
        note: line,
      }),
    )
    .default([]),
  /** How te reo Māori is spelt here: left out, with macrons. */
  orthography,
  /** Warnings of the checks that stand, each with a reason. */
  acks,
});

export type Newsletter = z.output<typeof newsletterSchema>;

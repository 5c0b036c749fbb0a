import { z } from 'zod';
import { acks } from './ack.ts';
import { site } from '../publication/site.ts';
import { envelopes, preheader, subject } from './envelope.ts';
import { day, line } from './fields.ts';
import { orthography } from './orthography.ts';

/** One edition: `content/newsletters/2026-05-08.mdx`, named by its date. */
export const newsletterSchema = z.strictObject({
  /** The name of the newsletter. Leave it out unless this edition is called something else. */
  title: line.default(site.newsletter),
  /** The date of the edition, the same as the file name. Dates in the text take their year from it. */
  date: day,
  /** One or two sentences for the archive, search results and feeds. */
  summary: line,
  /** The bulletins to make: one entry for each audience that gets this edition by email. */
  bulletins: envelopes(z.strictObject({ subject, preheader })),
  /** How te reo Māori is spelt here: left out, with macrons. */
  orthography,
  /** Warnings of the checks that stand, each with a reason. */
  acks,
});

export type Newsletter = z.output<typeof newsletterSchema>;

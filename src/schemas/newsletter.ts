import { z } from 'zod';
import { acks } from './ack.ts';
import { publication } from '../publication/site.ts';
import { envelopes, form, preheader, subject } from './envelope.ts';
import { day, line, state } from './fields.ts';
import { orthography } from './orthography.ts';

/** One edition: `content/newsletters/2026-05-08.mdx`, named by its date. */
export const newsletterSchema = z
  .strictObject({
    title: line
      .default(() => publication().newsletter)
      .describe(
        'What this edition is about, in a few words: “Ready for Term 2”. It tells editions apart in lists, and stands over the page and the email. Left out, what the newsletter is called.',
      ),
    date: day.describe(
      'The day it goes out: “2026-06-12”. It is also the name of the file. The checks compare every deadline with it, and dates in the text take their year from it.',
    ),
    summary: line.describe('One or two sentences for the archive, search results and feeds.'),
    bulletins: envelopes(z.strictObject({ subject, preheader, form })).describe(
      'The bulletins to make: an entry for each audience that gets this edition by email.',
    ),
    state,
    orthography,
    acks,
  })
  .describe('One edition of the newsletter. The file is named by its date.');

export type Newsletter = z.output<typeof newsletterSchema>;

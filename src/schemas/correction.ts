import { z } from 'zod';
import { acks } from './ack.ts';
import { envelopes, preheader, subject } from './envelope.ts';
import { day, line } from './fields.ts';
import { orthography } from './orthography.ts';

const target = 'an edition, such as 2026-05-08, or an item of one, such as 2026-05-08#invoices';

/**
 * What puts an edition right after it went out: `content/corrections/2026-05-12-invoice-date.mdx`,
 * named by its date and a few words. Correct the edition too: the web shows it as it is now.
 */
export const correctionSchema = z.strictObject({
  /** What the correction is about, in a few words: "The due date for invoices". */
  title: line,
  /** The day of the correction, the same as at the start of the file name. */
  date: day,
  /** The edition, or the item of it, that was wrong: "2026-05-08#invoices". */
  corrects: z
    .string({ error: target })
    .regex(/^\d{4}-\d{2}-\d{2}(?:#[a-z0-9]+(?:-[a-z0-9]+)*)?$/, target)
    .transform((text): { edition: string; item?: string } => {
      const [edition = '', item] = text.split('#');
      return { edition, ...(item !== undefined && { item }) };
    }),
  /** What it said, as a sentence, with the mistake in it. */
  said: line,
  /** What it says now, as a sentence. */
  now: line,
  /**
   * The bulletins to make: one entry for each audience that got what was wrong. Each subject starts
   * with "Correction:", so that the reader knows it in the inbox.
   */
  bulletins: envelopes(
    z.strictObject({
      subject: subject.refine(
        (text) => text.startsWith('Correction: '),
        'a subject that starts with "Correction: "',
      ),
      preheader,
    }),
  ),
  /** How te reo Māori is spelt here: left out, with macrons. */
  orthography,
  /** Warnings of the checks that stand, each with a reason. */
  acks,
});

export type Correction = z.output<typeof correctionSchema>;

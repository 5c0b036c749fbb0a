import { z } from 'zod';
import { acks } from './ack.ts';
import { asks } from './asked.ts';
import { envelopes, preheader, subject } from './envelope.ts';
import { day, line, oneLine, state } from './fields.ts';
import { orthography } from './orthography.ts';

const target = 'an edition, such as 2026-05-08, or an item of one, such as 2026-05-08#invoices';

/**
 * What puts an edition right after it went out: `content/corrections/2026-05-12-invoice-date.mdx`,
 * named by its date and a few words. Correct the edition too: the web shows it as it is now.
 */
export const correctionSchema = z
  .strictObject({
    title: line.describe(
      'What the correction is about, in a few words: “The due date for invoices”.',
    ),
    date: day.describe('The day of the correction, the same as at the start of the file name.'),
    corrects: asks(
      'corrected',
      z
        .string({ error: target })
        .regex(/^\d{4}-\d{2}-\d{2}(?:#[a-z0-9]+(?:-[a-z0-9]+)*)?$/, target),
    )
      .transform((text): { edition: string; item?: string } => {
        const [edition = '', item] = text.split('#');
        return { edition, ...(item !== undefined && { item }) };
      })
      .describe(
        'The edition and the item that was wrong: “2026-05-08#invoices”. For a whole edition, its date.',
      ),
    said: oneLine.describe('What it said, as one sentence, with the mistake in it.'),
    now: line.describe('What it says now, as one sentence.'),
    bulletins: envelopes(
      z.strictObject({
        subject: subject
          .refine(
            (text) => text.startsWith('Correction: '),
            'a subject that starts with "Correction: "',
          )
          .describe(
            'The line in the inbox. It starts with “Correction:”, so that readers know it at once.',
          ),
        preheader,
      }),
    ).describe(
      'The bulletins to make: an entry for each audience that got the mistake, all of them and no others.',
    ),
    state,
    orthography,
    acks,
  })
  .describe(
    'What puts an edition right after it went out. The file is named by its date and a few words. Put the edition right too: the web always shows it as it is now.',
  );

export type Correction = z.output<typeof correctionSchema>;

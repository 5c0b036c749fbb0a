import { z } from 'zod';
import { audience } from './audience.ts';
import { encodedWord } from './text/encoded-word.ts';
import { line } from './fields.ts';

/** The subject line in the inbox. */
export const subject = line
  .refine((text) => text.length <= 78, 'a subject of at most 78 characters')
  .refine(
    (text) => !encodedWord.test(text),
    'a subject without "=?", which mail programs take for encoded letters',
  )
  .describe(
    'The line in the inbox: the most urgent fact and its date first, in 55 characters or fewer. Phones show about 50. Leave the name of the newsletter out: the sender says it already.',
  );

/** The line after the subject in the inbox. */
export const preheader = line
  .refine((text) => text.length <= 140, 'a preheader of at most 140 characters')
  .describe(
    'The grey line after the subject: 40 to 100 characters that say what else is in it, and do not repeat the subject.',
  );

/** Which form of an edition an audience gets by email. */
export const form = z
  .enum(['full', 'digest'], { error: 'a form: full or digest' })
  .optional()
  .describe(
    'How much of the edition the email holds. “digest”: how it opens, what is due, the dates, and of each item its title and first sentence with a link to the web page. Left out, or “full”: all of it.',
  );

/**
 * One entry for each audience that gets a document by email, so that the subject of one list never
 * speaks of another's items.
 */
export const envelopes = <Envelope extends z.ZodType>(envelope: Envelope) =>
  z
    .record(audience, envelope, { error: 'a subject and a preheader for each audience' })
    .refine((map) => Object.keys(map).length > 0, 'at least one audience');

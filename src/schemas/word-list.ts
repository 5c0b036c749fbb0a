import { z } from 'zod';
import { line } from './fields.ts';

/** Words that the dictionaries do not know, for spelling and for the search: `content/words.yaml`. */
export const wordsFileSchema = z
  .strictObject({
    words: z
      .array(line)
      .default([])
      .describe('One a line, as it is written in the middle of a sentence.'),
    related: z
      .record(line, z.array(line).min(1))
      .default({})
      .describe('What people ask for, and what the site says instead: “webinar: [session]”.'),
  })
  .describe(
    'Words that are right here and stand in no dictionary, and words that lead on to others.',
  );

export type WordList = z.output<typeof wordsFileSchema>;

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
      .array(
        z.strictObject({
          asked: line.describe('What people search for.'),
          says: z
            .array(line)
            .min(1)
            .describe('What these documents say for it, or what comes near.'),
        }),
      )
      .default([])
      .describe('Words that lead a search on to words of these documents.'),
  })
  .describe(
    'Words that are right here and stand in no dictionary, and words that lead a search on to others.',
  );

export type WordList = z.output<typeof wordsFileSchema>;

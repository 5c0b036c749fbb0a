import { z } from 'zod';
import { line } from './fields.ts';

/** Words that are right here and stand in no dictionary: `content/words.yaml`. */
export const wordsFileSchema = z
  .strictObject({
    words: z
      .array(line)
      .default([])
      .describe('One a line, as it is written in the middle of a sentence.'),
  })
  .describe('Words that are right here and stand in no dictionary.');

export type WordList = z.output<typeof wordsFileSchema>;

import { z } from 'zod';
import { id, line, oneLine } from './fields.ts';

/** One term or acronym and its one meaning: `content/glossary.yaml`. */
export const termSchema = z.strictObject({
  term: oneLine.describe('The short form or the word itself: “AS-CMS”.'),
  expansion: line.optional().describe('What it stands for, where it is a short form.'),
  meaning: line.describe('What it means, in a sentence that a newcomer follows.'),
  aliases: z
    .array(oneLine)
    .default([])
    .describe('Other spellings people use, so that a search finds it.'),
});

export const glossaryFileSchema = z
  .record(id, termSchema)
  .describe('Terms and short forms, each with its one meaning, under a name for its address.');

export type Term = z.output<typeof termSchema>;

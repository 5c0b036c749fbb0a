import { z } from 'zod';
import { id, line } from './fields.ts';

/** One term or acronym and its one meaning: `content/glossary.yaml`. */
export const termSchema = z.strictObject({
  /** The short form or the word itself: AS-CMS. */
  term: line,
  /** What it stands for, where it is an acronym. */
  expansion: line.optional(),
  /** What it means, in a sentence a newcomer follows. */
  meaning: line,
  /** Other spellings people use, so that a search finds it. */
  aliases: z.array(line).default([]),
});

export const glossaryFileSchema = z.record(id, termSchema);

export type Term = z.output<typeof termSchema>;

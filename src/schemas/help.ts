import { z } from 'zod';
import { line, state } from './fields.ts';

/** A page of the authors' guide: `content/help/*.mdx`. */
export const helpSchema = z
  .strictObject({
    title: line.describe('What the page is about, as its heading says it.'),
    summary: line.describe('One sentence on what it explains.'),
    order: z
      .string()
      .regex(/^[1-9]\d?$/, 'a number from 1 to 99')
      .transform(Number)
      // Every value of a document is read as text; to an editor this one is a number.
      .meta({ description: 'Its place in the guide, counted from 1.', type: 'integer' }),
    state,
  })
  .describe('A page of this guide.');

export type Help = z.output<typeof helpSchema>;

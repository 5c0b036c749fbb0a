import { z } from 'zod';
import { line } from './fields.ts';

/** A page of the authors' guide: `content/help/*.mdx`. */
export const helpSchema = z.strictObject({
  title: line,
  /** One sentence on what it explains. */
  summary: line,
  /** Its place in the guide, counted from 1. */
  order: z
    .string()
    .regex(/^[1-9]\d?$/, 'a number from 1 to 99')
    .transform(Number),
});

export type Help = z.output<typeof helpSchema>;

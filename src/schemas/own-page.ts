import { z } from 'zod';
import { line, oneLine, state } from './fields.ts';

/** A page of the site's own, such as the one on privacy: `content/pages/*.mdx`. */
export const ownPageSchema = z
  .strictObject({
    title: line.describe('The heading of the page.'),
    summary: line.describe(
      'One sentence on what the page says, shown by searches and where somebody shares it.',
    ),
    lead: line.describe('The sentence in larger type with which the page begins.'),
    order: z
      .string()
      .regex(/^[1-9]\d?$/, 'a number from 1 to 99')
      .transform(Number)
      // Every value of a document is read as text; to an editor this one is a number.
      .meta({
        description: 'Its place at the foot of every page, counted from 1.',
        type: 'integer',
      }),
    aliases: z
      .array(oneLine)
      .default([])
      .describe('Other words people look for, so that a search finds the page.'),
    state,
  })
  .describe(
    'A page of the site’s own: privacy, accessibility. Links to it stand at the foot of every page.',
  );

export type OwnPage = z.output<typeof ownPageSchema>;

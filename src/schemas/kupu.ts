import { z } from 'zod';
import { line } from './fields.ts';

/** The te reo Māori words whose spelling is checked: `content/kupu.yaml`. */
export const kupuFileSchema = z
  .strictObject({
    words: z
      .array(line)
      .default([])
      .describe('Words in their one right spelling, with macrons or without.'),
    names: z
      .array(line)
      .default([])
      .describe('Names of places, people and organisations. A slip in one is an error.'),
    numbers: z
      .array(
        z.strictObject({
          one: line.describe('The word for one: “wahine”.'),
          many: line.describe('The word for several: “wāhine”.'),
        }),
      )
      .default([])
      .describe('Words for one and for several that differ in a macron. The checks can only ask.'),
    pairs: z
      .array(
        z.strictObject({
          usual: line.describe('The word that is usually meant.'),
          rare: line.describe('The word that is seldom meant.'),
          means: line.describe('What the rare one means.'),
        }),
      )
      .default([])
      .describe('Two words that differ in a macron, one of them rare. The checks can only ask.'),
    phrases: z
      .array(line)
      .default([])
      .describe('Greetings, sign-offs and names that screen readers should say in te reo Māori.'),
    exceptions: z
      .array(line)
      .default([])
      .describe('Names that keep a spelling of their own: a school that writes no macrons.'),
  })
  .describe(
    'The words of te reo Māori whose spelling is checked. Ask a speaker of te reo Māori before you add to them.',
  );

export type Kupu = z.output<typeof kupuFileSchema>;

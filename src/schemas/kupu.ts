import { z } from 'zod';
import { line } from './fields.ts';

/** The te reo Māori words whose spelling is checked: `content/kupu.yaml`. */
export const kupuFileSchema = z.strictObject({
  /** Words and names in their one right spelling, macrons or none. */
  words: z.array(line).default([]),
  /** Names of places, people and organisations: a slip in one is an error. */
  names: z.array(line).default([]),
  /** Words for one person and for several that differ in a macron: a check can only advise. */
  numbers: z.array(z.strictObject({ one: line, many: line })).default([]),
  /** Two words that differ in a macron, one of them rare: a check can only advise. */
  pairs: z.array(z.strictObject({ usual: line, rare: line, means: line })).default([]),
  /** Greetings, sign-offs and names that screen readers should say in te reo Māori. */
  phrases: z.array(line).default([]),
  /** Names that keep a spelling of their own, such as a school that writes no macrons. */
  exceptions: z.array(line).default([]),
});

export type Kupu = z.output<typeof kupuFileSchema>;

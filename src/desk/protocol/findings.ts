import * as z from 'zod/mini';

/** What a check finds, and where the editor shows it. */
export const finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'advice']),
  /** What is wrong, as a sentence. */
  message: z.string(),
  /** The right text, or what to do. */
  suggestion: z.optional(z.string()),
  /** Why it matters, in a sentence. */
  why: z.optional(z.string()),
  /** Counted from 1, in the text as it would be written. */
  line: z.int(),
  /** The words at fault. */
  words: z.string(),
  /** Which of the same words of the node, or of the value, counted from 0. */
  nth: z.int(),
  /** The node of the tree: "3.0" is the first child of the fourth; left out for the front matter. */
  path: z.optional(z.string()),
  /** The prop of the block, where it stands in one. */
  prop: z.optional(z.string()),
  /** The keys that lead to the value of the front matter, with dots between. */
  key: z.optional(z.string()),
  /** What mends it without a change of meaning, in place of the words. */
  fix: z.optional(z.string()),
});

export type Finding = z.output<typeof finding>;

/** What came of a check; `faults` where it cannot be written, and so not be checked, yet. */
export const checked = z.object({
  findings: z.array(finding),
  /** How many warnings somebody let stand. */
  acknowledged: z.int(),
});

export type Checked = z.output<typeof checked>;

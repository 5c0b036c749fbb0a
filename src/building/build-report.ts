import { z } from 'zod';
import type { Problem } from '../problems/problem.ts';

/** What a build left. */
export const buildReportSchema = z.object({
  pages: z.int(),
  /** Words that a search looks through. */
  words: z.int(),
  /** Things that a search can find. */
  entries: z.int(),
});

export type BuildReport = z.output<typeof buildReportSchema>;

const problemSchema: z.ZodType<Problem> = z.object({
  file: z.string(),
  line: z.int().optional(),
  expected: z.string(),
  found: z.string(),
  remedy: z.string(),
});

/** What the process of a build tells the one that started it: what it left, or why it did not. */
export const buildMessageSchema = z.union([
  z.object({ report: buildReportSchema }),
  z.object({ problems: z.array(problemSchema) }),
]);

export type BuildMessage = z.output<typeof buildMessageSchema>;

/** Tells the process that started this one, where one is listening. */
export const tellStarter = (message: BuildMessage): void => void process.send?.(message);

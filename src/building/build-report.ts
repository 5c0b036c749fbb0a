import { z } from 'zod';
import type { Problem } from '../problems/problem.ts';

/**
 * What a build is for: to look at, drafts and errors too; to send what it leaves; or, where nobody says,
 * to be published.
 */
export type BuildPurpose = 'draft' | 'send';

/** The variable that tells the process of a build what it is for. */
export const purposeVariable = 'PANUI_BUILD_FOR';

const purposeSchema = z.enum(['draft', 'send']).optional().catch(undefined);

/** What the process of this build is for, as the one that started it says, if one did. */
export const purposeOfBuild = (): BuildPurpose | undefined =>
  purposeSchema.parse(process.env[purposeVariable]);

/** Whether a build for this has the drafts in it. */
export const showsDraftsIn = (purpose: BuildPurpose | undefined): boolean => purpose === 'draft';

/** What a build left. */
export const buildReportSchema = z.object({
  pages: z.int(),
  /** Words that a search looks through. */
  words: z.int(),
  /** Things that a search can find. */
  entries: z.int(),
});

export type BuildReport = z.output<typeof buildReportSchema>;

/** A problem as it comes from another process or thread. */
export const problemSchema: z.ZodType<Problem> = z.object({
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

/**
 * Tells the process that started this one, where one is listening. Fulfilled when everything is said: a
 * message of many problems takes a while, and to disconnect before that loses it.
 */
export const tellStarter = (message: BuildMessage): Promise<void> =>
  new Promise((resolve, reject) => {
    if (!process.send) return resolve();
    process.send(message, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });

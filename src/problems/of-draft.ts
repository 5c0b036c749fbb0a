import type { Problem } from './problem.ts';

/** What is said of a draft that somebody wants to approve or send. */
export const ofDraft: Omit<Problem, 'file' | 'line'> = {
  expected: 'a document that is ready to go out',
  found: 'a draft ("state: draft")',
  remedy:
    'Once it is ready, take the line "state: draft" out of its top. Then run `npm run -s panui -- check`, then `npm run -s panui -- build`, and read it again.',
};

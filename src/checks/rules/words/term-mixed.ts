import { findOwn } from '../../language/find-in.ts';
import type { PageRule } from '../../rule.ts';

/* Words for the same people: the first is ours. */
const groups = [['student', 'learner', 'pupil']] as const;

export default {
  id: 'term/mixed',
  severity: 'advice',
  runs: 'text',
  why: 'Two words for the same people make readers look for a difference that is not there.',
  failing: {
    example: 'Students stay enrolled. Learners keep going to school.',
    finds: ['Learners'],
  },
  passing: 'Students stay enrolled. A child keeps going to school.',
  *check(page) {
    for (const [ours = '', ...others] of groups) {
      if (findOwn(page, word(ours)).next().done) continue;
      for (const other of others) {
        for (const { text, place } of findOwn(page, word(other))) {
          yield {
            at: place,
            message: `This document says both “${ours}” and “${text}”.`,
            suggestion: ours,
          };
        }
      }
    }
  },
} satisfies PageRule;

const word = (stem: string) => new RegExp(`\\b${stem}s?\\b`, 'gi');

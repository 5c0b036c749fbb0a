import { findAll } from '../../language/find-in.ts';
import type { PageRule } from '../../rule.ts';

export default {
  id: 'reo/pipe',
  severity: 'advice',
  runs: 'text',
  why: 'A bar between two languages is read aloud as “vertical bar”, and neither language is marked.',
  failing: { example: 'For schools | kura from Years 11 | Tau 11.', finds: [' | ', ' | '] },
  passing: 'For <Reorua mi="kura" en="schools" /> from Year 11.',
  *check(page) {
    for (const { place } of findAll(page, / \| /g)) {
      yield {
        at: place,
        message: 'A bar stands between two languages.',
        suggestion: '<Reorua mi="…" en="…" />',
      };
    }
  },
} satisfies PageRule;

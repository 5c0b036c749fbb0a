import { z } from 'zod';
import { oneLine } from './fields.ts';

/** Warnings of the checks that somebody has looked at and lets stand. */
export const acks = z
  .array(
    z.strictObject({
      rule: oneLine.describe('The rule, as the finding names it: “date/relative”.'),
      words: oneLine
        .optional()
        .describe(
          'The words it points at. Left out, every warning of the rule in this document stands.',
        ),
      reason: oneLine.describe('Why it is right as it is.'),
      by: oneLine.describe('The role of the person who decided.'),
    }),
    { error: 'a list of acknowledgements, each with rule, reason and by' },
  )
  .optional()
  .describe('Warnings of the checks that you let stand. An error cannot be let stand.');

export type Acks = NonNullable<z.output<typeof acks>>;

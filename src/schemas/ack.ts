import { z } from 'zod';
import { line } from './fields.ts';

/** Warnings of the checks that somebody has looked at and lets stand. An error cannot be let stand. */
export const acks = z
  .array(
    z.strictObject({
      /** The rule, as the warning names it: "date/relative". */
      rule: line,
      /** The words it points at. Left out, every warning of the rule in this document. */
      words: line.optional(),
      /** Why it is right as it is. */
      reason: line,
      /** The role of the person who decided. */
      by: line,
    }),
    { error: 'a list of acknowledgements, each with rule, reason and by' },
  )
  .optional();

export type Acks = NonNullable<z.output<typeof acks>>;

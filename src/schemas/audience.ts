import { z } from 'zod';
import { asks } from './asked.ts';
import { audienceIds } from '../publication/site.ts';

/** One of the audiences in `content/site.yaml`. As metadata it has its choices, whichever they are by then. */
export const audience = asks(
  'audience',
  z
    .string({ error: () => expectation() })
    .superRefine((value, context) => {
      const values = [...audienceIds()];
      if (values.includes(value)) return;
      context.issues.push({ code: 'invalid_value', values, input: value, message: expectation() });
    })
    .meta({
      get enum() {
        return [...audienceIds()];
      },
    }),
);

/** Whom a document is for, at least one audience. */
export const audienceList = z
  .array(audience, { error: 'a list of audiences' })
  .min(1, 'at least one audience')
  .refine((list) => new Set(list).size === list.length, 'each audience once');

const expectation = () => `an audience: ${anyOf(audienceIds())}`;

const disjunction = new Intl.ListFormat('en-NZ', { type: 'disjunction' });

/** "providers, schools or iwi" */
export const anyOf = (ids: readonly string[]): string => disjunction.format(ids);

import * as z from 'zod/mini';

/* What a form is made of: the part of JSON Schema (draft 7) that forms need, as the schemas give it. */

/** What somebody is offered to pick a value from, or how they enter it. */
export const asked = z.enum([
  'day',
  'time',
  'day-or-time',
  'link',
  'anchor',
  'audience',
  'contact',
  'guidance',
  'principle',
  'known-issue',
  'release',
  'corrected',
  'picture',
]);

export type Asked = z.output<typeof asked>;

/** The schema of a value, or of all keys. */
export const form = z.object({
  type: z.optional(z.string()),
  description: z.optional(z.string()),
  enum: z.optional(z.array(z.string())),
  const: z.optional(z.string()),
  pattern: z.optional(z.string()),
  /** How it is entered, where that is not as a line of words. */
  asked: z.optional(asked),
  /** Words in te reo Māori. */
  language: z.optional(z.literal('mi')),
  required: z.optional(z.array(z.string())),
  get properties() {
    return z.optional(z.record(z.string(), form));
  },
  get items() {
    return z.optional(form);
  },
  /** What entries under names of their own are like, and which names there are. */
  get additionalProperties() {
    return z.optional(z.union([z.boolean(), form]));
  },
  get propertyNames() {
    return z.optional(form);
  },
});

export type Form = z.output<typeof form>;

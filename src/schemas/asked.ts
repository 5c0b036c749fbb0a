import { z } from 'zod';
import { insideOf } from '../problems/keys-at.ts';

/**
 * How somebody who fills in a form enters a value: a day from a calendar, one of what the content folder
 * has, or an anchor that follows from a title. All other values are words, or a choice of few.
 */
export type Asked =
  | 'day'
  | 'time'
  | 'day-or-time'
  | 'link'
  | 'anchor'
  | 'audience'
  | 'contact'
  | 'guidance'
  | 'principle'
  | 'known-issue'
  | 'release'
  | 'corrected'
  | 'picture';

/* Not the registry of zod: what is there goes into the JSON schemas that other editors read. */
const askedFor = z.registry<{ as: Asked }>();

/** A schema whose values are entered so, and those of every schema that is made of it. */
export function asks<Schema extends z.ZodType>(as: Asked, schema: Schema): Schema {
  const own = schema.clone();
  askedFor.add(own, { as });
  return own;
}

/** How the values of a schema are entered; nothing where they are words or a choice of few. */
export function askedOf(schema: unknown): Asked | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  return askedFor.get(schema)?.as ?? askedOf(insideOf(schema));
}

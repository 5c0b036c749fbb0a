import { z } from 'zod';
import { insideOf } from '../problems/keys-at.ts';

/** What the value of a prop, or of a key, is to readers. */
export interface Meaning {
  /** Words that they read, or where a link leads. */
  is: 'words' | 'link';
  /** Of words: te reo Māori, whatever the language around them. */
  language?: 'mi';
  /** Of words: what the link is called that their block makes. */
  names?: 'link';
}

/* Not the registry of zod: what is there goes into the JSON schemas that editors read. */
const meanings = z.registry<Meaning>();

/** A schema whose values mean this to readers, and those of every schema that is made of it. */
export function meaning<Schema extends z.ZodType>(schema: Schema, means: Meaning): Schema {
  const own = schema.clone();
  meanings.add(own, means);
  return own;
}

/** What the values of a schema are to readers; nothing where they are neither words nor links. */
export function meaningOf(schema: unknown): Meaning | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  return meanings.get(schema) ?? meaningOf(insideOf(schema));
}

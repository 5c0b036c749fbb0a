import type { z } from 'zod';
import { jsonSchemaOf } from './json-schema.ts';

/** What an author is told of a key of a document, or of a prop of a block. */
export interface KeyEntry {
  name: string;
  needed: boolean;
  /** What it is for, in sentences. */
  means: string;
  /** The only values it takes, where there is a choice. */
  choices: string[];
  /** One value, a list, or an entry for each of several names. */
  takes: 'value' | 'list' | 'entries';
  /** The keys of what it takes. */
  keys: KeyEntry[];
}

/**
 * The keys of a schema as its descriptions explain them, those that are needed first; of a schema for
 * entries under names of their own, the keys of an entry.
 */
export const describeKeys = (schema: z.ZodType): KeyEntry[] =>
  describeTaken(jsonSchemaOf(schema)).keys;

type JsonSchema = z.core.JSONSchema.BaseSchema;

function keysOf({ properties = {}, required = [] }: JsonSchema): KeyEntry[] {
  return Object.entries(properties)
    .filter((entry): entry is [string, JsonSchema] => typeof entry[1] === 'object')
    .map(([name, schema]) => ({
      name,
      needed: required.includes(name),
      means: schema.description ?? '',
      ...describeTaken(schema),
    }))
    .toSorted((a, b) => Number(b.needed) - Number(a.needed));
}

function describeTaken(schema: JsonSchema): Pick<KeyEntry, 'choices' | 'takes' | 'keys'> {
  const { items, additionalProperties: entry } = schema;
  if (typeof items === 'object' && !Array.isArray(items)) {
    return { takes: 'list', choices: choicesOf(items), keys: keysOf(items) };
  }
  if (typeof entry === 'object') {
    return { takes: 'entries', choices: namesOf(schema), keys: keysOf(entry) };
  }
  return { takes: 'value', choices: choicesOf(schema), keys: keysOf(schema) };
}

const namesOf = ({ propertyNames }: JsonSchema) =>
  typeof propertyNames === 'object' ? choicesOf(propertyNames) : [];

const choicesOf = ({ enum: choices = [], const: only }: JsonSchema): string[] =>
  [...choices, only].filter((value) => typeof value === 'string');

import type { z } from 'zod';
import { toYaml } from './to-yaml.ts';

/**
 * The top of a document with its two lines of hyphens, held by types to the schema of its kind.
 * @param choices what else may stand as the value of a key: a line of its own above it, for the author
 * @throws {z.ZodError} for values that the schema refuses, which is a fault of ours
 */
export function writeFrontMatter<Schema extends z.ZodObject>(
  schema: Schema,
  values: z.input<Schema>,
  choices: { readonly [Key in keyof z.input<Schema>]?: string } = {},
): string {
  schema.parse(values);
  const lines = Object.entries<unknown>(choices).flatMap(([key, choice]): [string, string][] =>
    typeof choice === 'string' ? [[key, choice]] : [],
  );
  return `---\n${toYaml(values, { choices: new Map(lines) })}---`;
}

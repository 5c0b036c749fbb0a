import { stat } from 'node:fs/promises';
import type { z } from 'zod';
import type { Problem } from '../../problems/problem.ts';
import { parseYaml } from '../../document/yaml/parse-yaml.ts';
import type { ReadFiles } from '../../disk/read-file.ts';
import { readText } from './read-text.ts';

/** A list of words in a file of its own; without the file, or where it cannot be used, an empty one. */
export async function readList<List>(
  file: string,
  schema: z.ZodType<List>,
  problems: Problem[],
  read?: ReadFiles,
): Promise<List> {
  const there = await stat(file).catch(() => undefined);
  const source = there ? await readText(file, problems, read) : undefined;
  const parsed = source === undefined ? undefined : parseYaml(source, schema, file);
  if (parsed && 'data' in parsed) return parsed.data;
  if (parsed) problems.push(...parsed.problems);
  return schema.parse({});
}

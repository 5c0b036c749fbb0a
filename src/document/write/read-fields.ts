import { z } from 'zod';
import { frontMatterOf } from '../yaml/front-matter.ts';
import { readYaml } from '../yaml/yaml-values.ts';
import type { Field } from './edit-fields.ts';

const field: z.ZodType<Field> = z.lazy(() =>
  z.union([z.string(), z.array(field), z.record(z.string(), field)]),
);
const fields = z.record(z.string(), field);

/** The front matter of a text as it is written, key by key; nothing where it cannot be read. */
export function readFields(text: string): z.output<typeof fields> | undefined {
  try {
    return fields.safeParse(readYaml(frontMatterOf(text)?.yaml ?? '').toJS()).data;
  } catch {
    return undefined;
  }
}

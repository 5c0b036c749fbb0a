import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { collections, lists } from '../content/collections.ts';
import { jsonSchemaOf } from './json-schema.ts';

const content = fileURLToPath(new URL('../../content', import.meta.url));

/* An editor reads YAML by its core schema: `order: 1` is a number to it, and text to our reader. */
async function faultsIn(schema: z.ZodType, file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8');
  const yaml = file.endsWith('.mdx') ? text.split(/^---$/m)[1] : text;
  const { error } = z.fromJSONSchema(jsonSchemaOf(schema)).safeParse(parse(yaml ?? ''));
  return error?.issues.map(({ path, message }) => `${file} ${path.join('.')}: ${message}`) ?? [];
}

describe('what an editor knows of the sample', () => {
  it.each(Object.entries(collections))('finds no fault with %s', async (_, kind) => {
    const files = await Array.fromAsync(glob(join(content, kind.folder, '**/*.mdx')));
    expect(files.length).toBeGreaterThan(0);
    const faults = await Promise.all(files.map((file) => faultsIn(kind.schema, file)));
    expect(faults.flat()).toEqual([]);
  });

  it.each(Object.entries(lists))('finds no fault with %s', async (file, schema) => {
    expect(await faultsIn(schema, join(content, file))).toEqual([]);
  });
});

it('tells an editor what is needed, what may be chosen and what a key means', () => {
  expect(jsonSchemaOf(collections.corrections.schema)).toMatchObject({
    type: 'object',
    additionalProperties: false,
    required: ['title', 'date', 'corrects', 'said', 'now', 'bulletins'],
    properties: {
      said: {
        type: 'string',
        description: 'What it said, as one sentence, with the mistake in it.',
      },
      orthography: { enum: ['double-vowel'] },
      bulletins: { propertyNames: { enum: ['providers', 'schools'] } },
    },
  });
});

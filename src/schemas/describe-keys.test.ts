import { expect, it } from 'vitest';
import { z } from 'zod';
import { describeKeys } from './describe-keys.ts';

const note = z.strictObject({
  why: z.string().optional().describe('Why.'),
  by: z.enum(['us', 'them']).describe('Who says it.'),
});

it('tells keys with those of what they take, the needed ones first', () => {
  const schema = z.strictObject({
    notes: z.array(note).default([]).describe('Notes.'),
    each: z.record(z.enum(['one', 'two']), note).describe('A note for each.'),
    tags: z.array(z.enum(['a', 'b'])).describe('Tags.'),
  });
  const keys = [
    { name: 'by', needed: true, means: 'Who says it.', choices: ['us', 'them'] },
    { name: 'why', needed: false, means: 'Why.', choices: [] },
  ].map((key) => ({ ...key, takes: 'value', keys: [] }));
  expect(describeKeys(schema)).toEqual([
    {
      name: 'each',
      needed: true,
      means: 'A note for each.',
      takes: 'entries',
      choices: ['one', 'two'],
      keys,
    },
    { name: 'tags', needed: true, means: 'Tags.', takes: 'list', choices: ['a', 'b'], keys: [] },
    { name: 'notes', needed: false, means: 'Notes.', takes: 'list', choices: [], keys },
  ]);
});

it('tells the keys of an entry where each has a name of its own', () => {
  const names = describeKeys(z.record(z.string(), note)).map(({ name }) => name);
  expect(names).toEqual(['by', 'why']);
});

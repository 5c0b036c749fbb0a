import { z } from 'zod';
import { askedOf } from '../../schemas/asked.ts';
import { meaningOf } from '../../schemas/meaning.ts';
import { form, type Form } from '../protocol/form.ts';

/** The form of a schema: its keys with their descriptions, choices and patterns, and how each is entered. */
export function formOf(schema: z.ZodType): Form {
  const json = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    target: 'draft-07',
    override: ({ zodSchema, jsonSchema }) => {
      const [asked, meaning] = [askedOf(zodSchema), meaningOf(zodSchema)];
      if (asked) jsonSchema['asked'] = asked;
      if (meaning?.language) jsonSchema['language'] = meaning.language;
    },
  });
  return form.parse(json);
}

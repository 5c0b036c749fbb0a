import { z } from 'zod';

/**
 * What a schema takes as it is written in a file, as JSON Schema: keys with their descriptions, choices
 * and patterns, and which are needed. What JSON Schema cannot say is left to the reader.
 * @param target draft 7 is what every editor reads
 */
export const jsonSchemaOf = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-07' });

import { z } from 'zod';
import { UsageError } from './usage-error.ts';

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().max(65_535));

/** The port of a command that takes the next free one where it is busy. */
export const portFlag = {
  type: 'string',
  default: '4321',
  valueHint: 'PORT',
  description: 'the port to listen on; if it is busy, the next free one',
} as const;

/** @throws {UsageError} unless the word is a port: 0 (any free one) to 65535 */
export function parsePort(word: string): number {
  const parsed = port.safeParse(word);
  if (parsed.success) return parsed.data;
  throw new UsageError([`Expected --port to be a number from 0 to 65535; found "${word}".`]);
}

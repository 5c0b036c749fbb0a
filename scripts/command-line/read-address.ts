import { stdin } from 'node:process';
import { createInterface } from 'node:readline';
import { parseAddress } from './command-words.ts';
import { UsageError } from './usage-error.ts';

/**
 * The address that a word of the command line names, or for "-" the first line of standard input.
 * @throws {UsageError} unless it is one address
 */
export const readAddress = async (word: string): Promise<string> =>
  parseAddress(await wordOrInput(word));

/**
 * A word of the command line; for "-" the first line of standard input, so that somebody's address need not stand in
 * the history of the shell, or in the list of what runs.
 * @throws {UsageError} where standard input has no line
 */
export async function wordOrInput(word: string): Promise<string> {
  if (word !== '-') return word;
  const lines = createInterface({ input: stdin });
  try {
    for await (const line of lines) if (line.trim() !== '') return line.trim();
  } finally {
    lines.close();
    stdin.unref?.();
  }
  throw new UsageError(['Expected an address on standard input, for "-"; found nothing.']);
}

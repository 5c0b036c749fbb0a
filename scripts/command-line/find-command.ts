import { closest } from '../../src/problems/closest.ts';
import type { CommandEntry } from './command-entry.ts';
import { UsageError } from './usage-error.ts';

/** The command that a command line calls, and what is left of the line for it. */
export interface CalledCommand {
  entry: CommandEntry;
  rest: readonly string[];
}

/**
 * Finds the command that the first words of a line name; the longest name wins.
 * @throws {UsageError} for a word that names none, with the one that was probably meant
 */
export function findCommand(
  commands: readonly CommandEntry[],
  line: readonly string[],
): CalledCommand | undefined {
  const [first] = line;
  if (first === undefined || first.startsWith('-')) return undefined;
  const matches = commands.filter(({ words }) => words.every((word, at) => line[at] === word));
  const entry = matches.toSorted((a, b) => b.words.length - a.words.length)[0];
  if (!entry) throw new UsageError([unknown(first, commands)]);
  const rest = line.slice(entry.words.length);
  const [next] = rest;
  const inner = commands.filter(({ words }) => words.length > 1 && words[0] === first);
  if (entry.words.length === 1 && inner.length > 0 && next !== undefined && !next.startsWith('-')) {
    const names = inner.map(({ words }) => words[1] ?? '');
    const meant = closest(next, names);
    const expected = `Expected nothing or "${names.join('" or "')}" after "${first}"`;
    throw new UsageError([`${expected}; found "${next}".${didYouMean(meant)}`]);
  }
  return { entry, rest };
}

function unknown(word: string, commands: readonly CommandEntry[]): string {
  const names = [...new Set(commands.map(({ words }) => words[0] ?? ''))];
  return `Expected a command: ${names.join(', ')}; found "${word}".${didYouMean(closest(word, names))}`;
}

/** " Did you mean "send"?", or nothing. */
export const didYouMean = (meant: string | undefined) =>
  meant === undefined ? '' : ` Did you mean "${meant}"?`;

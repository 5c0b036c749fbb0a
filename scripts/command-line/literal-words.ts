import { tokenSchema } from '../../src/delivery/lists/subscription.ts';
import type { Arguments } from './define-command.ts';

/**
 * Puts words that begin with "-" and are no options where no parser takes them for any: behind "--", or tied to
 * their option by "=". One in 64 of the tokens that are in people's inboxes begins with "-", and so may an
 * address or the name of a file. Options here have two dashes, but for `-h`.
 */
export function literalWords(args: Arguments, line: readonly string[]): string[] {
  const end = line.includes('--') ? line.indexOf('--') : line.length;
  const options: string[] = [];
  const words: string[] = [];
  for (const word of line.slice(0, end)) {
    const option = options.at(-1);
    if (!isLiteral(args, word)) options.push(word);
    else if (option !== undefined && takesValue(args, option))
      options.push(`${options.pop()}=${word}`);
    else words.push(word);
  }
  const rest = [...words, ...line.slice(end + 1)];
  return words.length === 0 && end === line.length ? options : [...options, '--', ...rest];
}

function isLiteral(args: Arguments, word: string): boolean {
  const [name = ''] = word.slice(2).split('=');
  if (word.startsWith('--')) {
    if (word === '--' || name in args) return false;
    return tokenSchema.safeParse(word).success || word.includes('@');
  }
  return word === '-' || (word.startsWith('-') && word.length > 2);
}

const takesValue = (args: Arguments, option: string) => {
  const type = option.startsWith('--') ? args[option.slice(2)]?.type : undefined;
  return type === 'string' || type === 'enum';
};

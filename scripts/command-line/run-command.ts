import { inspect } from 'node:util';
import { z } from 'zod';
import { errorCode } from '../../src/disk/error-code.ts';
import '../../src/content/reading/settings-site.ts';
import { maskAddresses } from '../../src/delivery/list-files/address.ts';
import { BadInput } from '../../src/problems/problem.ts';
import { SettingsError } from '../../src/settings/settings.ts';
import { commands } from './all-commands.ts';
import { describeCommand, describeProgram } from './describe-command.ts';
import { diskFaults } from './disk-faults.ts';
import { findCommand } from './find-command.ts';
import { literalWords } from './literal-words.ts';
import { parseLine } from './parse-line.ts';
import { UsageError } from './usage-error.ts';

/** Where a command prints; so that a test can listen. */
export interface Output {
  out: (text: string) => void;
  err: (text: string) => void;
}

/**
 * Runs one command line and gives its exit code: 0 done; 1 done, and something is wrong; 2 bad usage
 * or bad input, and nothing was changed. A command says 1 by giving back that number.
 */
export async function runLine(line: readonly string[], { out, err }: Output): Promise<number> {
  let words: readonly string[] = [];
  try {
    const called = findCommand(commands, line);
    if (!called) return runWithout(line, out);
    words = called.entry.words;
    const { entry, rest } = called;
    const { default: command, examples } = await entry.load();
    const { help, faults, values } = parseLine(command.args, literalWords(command.args, rest));
    if (help) {
      out(describeCommand(entry, command.args, examples));
      return 0;
    }
    if (faults.length > 0) throw new UsageError(faults);
    return (await command.run(values)) === 1 ? 1 : 0;
  } catch (error) {
    return explain(error, words, line.includes('--debug'), err);
  }
}

/** A line without a command: only a request for help makes sense. */
function runWithout(line: readonly string[], out: (text: string) => void): number {
  const asksForHelp = line.every((one) => one === '--help' || one === '-h');
  if (line.length > 0 && !asksForHelp) {
    throw new UsageError([`Expected a command first; found "${line[0]}".`]);
  }
  out(describeProgram(commands));
  return line.length > 0 ? 0 : 2;
}

function explain(
  error: unknown,
  words: readonly string[],
  debug: boolean,
  err: (text: string) => void,
): number {
  if (error instanceof UsageError) {
    const help = ['npm run -s panui --', ...words, '--help'].join(' ');
    // What was typed in the wrong place may be an address.
    err(`${maskAddresses(error.message)}\nNothing was changed. For help: ${help}\n`);
    return 2;
  }
  if (error instanceof BadInput || error instanceof SettingsError) {
    err(`${error.message}\n`);
    return 2;
  }
  const [first = 'an unknown error'] = maskAddresses(messageOf(error)).split('\n');
  err(
    `Pānui had to stop: ${first.replace(/\.$/, '')}. Run it again with --debug for the details.\n`,
  );
  if (debug) err(`${maskAddresses(inspect(error))}\n`);
  return 1;
}

function messageOf(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  const words = diskFaults[errorCode(error) ?? ''];
  if (words !== undefined) return words;
  return error instanceof Error ? error.message : String(error);
}

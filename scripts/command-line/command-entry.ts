import type { Command } from './define-command.ts';

/** A file of a command: the command, and examples of its use for `--help`. */
export interface CommandModule {
  default: Command;
  /** What stands after `panui`, and what it does. */
  examples?: readonly (readonly [line: string, meaning: string])[];
}

/** One command: what it is called, what it does in a line, and where it is. */
export interface CommandEntry {
  /** The words that call it: ["lists", "import"]. */
  words: readonly string[];
  summary: string;
  load: () => Promise<CommandModule>;
}

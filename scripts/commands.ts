import type { SubCommandsDef } from 'citty';

/** A file of a command: the command, and examples of its use for `--help`. */
export interface CommandModule {
  default: SubCommandsDef[string];
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

/** Every command, in the order of a working day. A command is loaded when it is called. */
export const commands: readonly CommandEntry[] = [
  {
    words: ['start'],
    summary: 'build everything, rehearse the newest edition and open the site',
    load: () => import('./commands/start.ts'),
  },
  {
    words: ['build'],
    summary: 'make the pages, the search and the bulletins',
    load: () => import('./commands/build.ts'),
  },
  {
    words: ['check'],
    summary: 'say what has to be mended before anything goes out',
    load: () => import('./commands/check.ts'),
  },
  {
    words: ['show'],
    summary: 'print one bulletin',
    load: () => import('./commands/show.ts'),
  },
  {
    words: ['lists'],
    summary: 'say how many people are on each list',
    load: () => import('./commands/lists.ts'),
  },
  {
    words: ['lists', 'import'],
    summary: 'take people into a list from a CSV file',
    load: () => import('./commands/lists-import.ts'),
  },
  {
    words: ['send'],
    summary: 'send one bulletin to its list, into the outbox',
    load: () => import('./commands/send.ts'),
  },
  {
    words: ['status'],
    summary: 'say what is built, who is on the lists and what was rehearsed',
    load: () => import('./commands/status.ts'),
  },
  {
    words: ['record'],
    summary: 'keep what went out, with checksums, and check it',
    load: () => import('./commands/record.ts'),
  },
];

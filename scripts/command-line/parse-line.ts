import { parseArgs } from 'node:util';
import { closest } from '../../src/problems/closest.ts';
import type { Argument, Arguments } from './define-command.ts';
import { didYouMean } from './find-command.ts';

/** Flags that every command takes. */
export const commonFlags = {
  help: { type: 'boolean', description: 'say what the command does' },
  debug: { type: 'boolean', description: 'show the details of an unexpected error' },
} as const satisfies Arguments;

/** A command line, read. */
export interface ParsedLine {
  /** Whether it asks for help, with `--help` or `-h`. */
  help: boolean;
  /** Every fault of the line, each a sentence. */
  faults: string[];
  /** What was given, of the types that the command asks for where there are no faults. */
  values: Readonly<Record<string, unknown>>;
}

/**
 * Reads a command line and holds it against what its command takes. Nothing unknown, missing,
 * repeated, left over or outside a choice stays unsaid.
 */
export function parseLine(args: Arguments, line: readonly string[]): ParsedLine {
  const all: Arguments = { ...args, ...commonFlags };
  const flags = Object.entries(all).filter(([, flag]) => isFlag(flag));
  const named = new Map(flags);
  const { tokens } = parseArgs({
    args: [...line],
    options: Object.fromEntries(
      flags.map(([name, { type }]) => [
        name,
        { type: type === 'boolean' ? 'boolean' : 'string', ...(name === 'help' && { short: 'h' }) },
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = tokens.filter((token) => token.kind === 'option');
  // The word after a flag that does not exist was probably meant as its value.
  const strays = given.filter(({ name }) => !named.has(name)).map(({ index }) => index + 1);
  const words = tokens
    .filter((token) => token.kind === 'positional')
    .filter(({ index }) => !strays.includes(index))
    .map(({ value }) => value);
  const faults = given.flatMap((token, at) => {
    if (given.findIndex(({ name }) => name === token.name) !== at) {
      return [`Expected --${token.name} once; found it more than once.`];
    }
    return flagFault(named, token) ?? [];
  });
  for (const [name, flag] of flags) {
    if (!flag.required || given.some((token) => token.name === name)) continue;
    faults.push(`Expected --${name} ${choice(flag)}; found nothing.`);
  }
  faults.push(...wordFaults(args, words));
  const values = flags.map(([name, flag]): [string, string | boolean | undefined] => {
    const token = given.find((one) => one.name === name);
    if (flag.type === 'boolean') return [name, token !== undefined];
    return [name, token?.value ?? flag.default];
  });
  const namedWords = wordsOf(args).map(([name], at) => [name, words[at]] as const);
  return {
    help: given.some(({ name }) => name === 'help'),
    faults,
    values: { ...Object.fromEntries([...values, ...namedWords]), _: words },
  };
}

/** What may stand after a flag, in words: "to be providers or schools". */
export function choice(flag: Argument | undefined): string {
  if (flag?.type !== 'enum') return 'to have a value';
  const last = flag.options.at(-1) ?? '';
  return `to be ${[flag.options.slice(0, -1).join(', '), last].filter(Boolean).join(' or ')}`;
}

interface GivenFlag {
  name: string;
  rawName: string;
  value?: string | undefined;
  inlineValue?: boolean | undefined;
}

function flagFault(
  flags: ReadonlyMap<string, Argument>,
  { name, rawName, value, inlineValue }: GivenFlag,
) {
  const flag = flags.get(name);
  const names = [...flags.keys()].map((one) => `--${one}`);
  if (!flag) {
    const found = `found "${rawName}".${didYouMean(closest(rawName, names))}`;
    return `Expected only the options ${names.join(', ')}; ${found}`;
  }
  if (flag.type === 'boolean') {
    return value === undefined
      ? undefined
      : `Expected --${name} without a value; found "${value}".`;
  }
  if (value === undefined || value === '' || (!inlineValue && value.startsWith('-'))) {
    return `Expected --${name} ${choice(flag)}; found no value.`;
  }
  const options = flag.type === 'enum' ? flag.options : [value];
  if (options.includes(value)) return undefined;
  return `Expected --${name} ${choice(flag)}; found "${value}".${didYouMean(closest(value, options))}`;
}

function wordFaults(args: Arguments, words: readonly string[]): string[] {
  const expected = wordsOf(args);
  const missing = expected
    .slice(words.length)
    .filter(([, { required }]) => required !== false)
    .map(([name, { description }]) => `Expected ${wordName(name)}, ${description}; found nothing.`);
  // A last word such as FILE… may be said more than once.
  if (expected.at(-1)?.[1].valueHint?.endsWith('…')) return missing;
  const surplus = words
    .slice(expected.length)
    .map((word) => `Expected nothing more${expected.length > 0 ? '' : ' here'}; found "${word}".`);
  return [...missing, ...surplus];
}

/** How a word that has no flag is written in help: EDITION. */
export const wordName = (name: string) => name.toUpperCase();

const isFlag = ({ type }: Argument) => type !== 'positional';

/** What a command takes without a flag, in order. */
const wordsOf = (args: Arguments) => Object.entries(args).filter(([, one]) => !isFlag(one));

import { parseArgs } from 'node:util';
import type { ArgDef, ArgsDef } from 'citty';
import { closest } from '../../src/problems/closest.ts';
import { didYouMean } from './find-command.ts';

/** Flags that every command takes. */
export const commonFlags = {
  help: { type: 'boolean', alias: 'h', description: 'say what the command does' },
  debug: { type: 'boolean', description: 'show the details of an unexpected error' },
} as const satisfies ArgsDef;

/** What every command understands without saying so: `--help`, `-h` and `--debug`. */
export interface CheckedLine {
  help: boolean;
  debug: boolean;
  /** Every fault of the line, each a sentence. */
  faults: string[];
}

/**
 * Holds a command line against what its command takes; the parser behind the commands lets
 * everything pass. Nothing unknown, missing, repeated, left over or outside a choice stays unsaid.
 */
export function checkFlags(args: ArgsDef, line: readonly string[]): CheckedLine {
  const flags: ArgsDef = { ...flagsOf(args), ...commonFlags };
  const { tokens } = parseArgs({
    args: [...line],
    options: Object.fromEntries(
      Object.entries(flags).map(([name, { type }]) => [
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
  const strays = given.filter(({ name }) => !flags[name]).map(({ index }) => index + 1);
  const words = tokens
    .filter((token) => token.kind === 'positional')
    .filter(({ index }) => !strays.includes(index))
    .map(({ value }) => value);
  const faults = given.flatMap((token, at) => {
    if (given.findIndex(({ name }) => name === token.name) !== at) {
      return [`Expected --${token.name} once; found it more than once.`];
    }
    return flagFault(flags, token) ?? [];
  });
  for (const [name, { type, required }] of Object.entries(flags)) {
    if (type === 'positional' || !required || given.some((token) => token.name === name)) continue;
    faults.push(`Expected --${name} ${choice(flags[name])}; found nothing.`);
  }
  faults.push(...wordFaults(args, words));
  const has = (name: string) => given.some((token) => token.name === name);
  return { help: has('help'), debug: has('debug'), faults };
}

/** What may stand after a flag, in words: "to be providers or schools". */
export function choice(flag: ArgDef | undefined): string {
  if (flag?.type !== 'enum' || !flag.options) return 'to have a value';
  const last = flag.options.at(-1) ?? '';
  return `to be ${[flag.options.slice(0, -1).join(', '), last].filter(Boolean).join(' or ')}`;
}

interface GivenFlag {
  name: string;
  rawName: string;
  value?: string | undefined;
  inlineValue?: boolean | undefined;
}

function flagFault(flags: ArgsDef, { name, rawName, value, inlineValue }: GivenFlag) {
  const flag = flags[name];
  const names = Object.keys(flags).map((one) => `--${one}`);
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
  const options = flag.type === 'enum' ? (flag.options ?? []) : [value];
  if (options.includes(value)) return undefined;
  return `Expected --${name} ${choice(flag)}; found "${value}".${didYouMean(closest(value, options))}`;
}

function wordFaults(args: ArgsDef, words: readonly string[]): string[] {
  const expected = Object.entries(args).filter(([, { type }]) => type === 'positional');
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

const flagsOf = (args: ArgsDef): ArgsDef =>
  Object.fromEntries(Object.entries(args).filter(([, { type }]) => type !== 'positional'));

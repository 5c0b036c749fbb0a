import { z } from 'zod';

interface Described {
  description?: string;
  /** What stands for its value in help: N, FILE…. */
  valueHint?: string;
  /** Of a word without a flag: left out, it is. */
  required?: boolean;
  /** Its value where it is not given. */
  default?: string;
}

/** One thing that a command takes: a flag, or, as `positional`, a word that needs no flag. */
export type Argument = Described &
  ({ type: 'boolean' | 'string' | 'positional' } | { type: 'enum'; options: readonly string[] });

/** What a command takes, by name; words without a flag in their order. */
export type Arguments = Readonly<Record<string, Argument>>;

type Given<One, Value> = One extends { required: true } | { default: string }
  ? Value
  : Value | undefined;

type ValueOf<One> = One extends { type: 'boolean' }
  ? boolean
  : Given<One, One extends { options: readonly (infer Option)[] } ? Option : string>;

/** What was given of it. `_` has all words that need no flag. */
export type Values<Args extends Arguments = Arguments> = {
  readonly [Name in keyof Args]: ValueOf<Args[Name]>;
} & { readonly _: readonly string[] };

/** A command: what it takes, and what it does with it. It says that something is wrong by giving back 1. */
export interface Command {
  args: Arguments;
  run: (values: unknown) => Promise<unknown>;
}

/** Defines a command; `run` gets the values with the types that `args` asks for. */
export const defineCommand = <const Args extends Arguments>({
  args,
  run,
}: {
  args: Args;
  run: (context: { args: Values<Args> }) => Promise<unknown>;
}): Command => ({
  args,
  run: (values) => run({ args: valuesFor<Args>().parse(values) }),
});

// `parseLine` has held each of them against `args`; here they get its types back.
const valuesFor = <Args extends Arguments>() =>
  z.custom<Values<Args>>((values) => typeof values === 'object' && values !== null);

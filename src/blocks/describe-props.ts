import type { z } from 'zod';
import { contract, type BlockName, type Holds } from './contract.ts';

/** What an author is told of a prop. */
export interface PropEntry {
  name: string;
  needed: boolean;
  /** What it is for, as a sentence. */
  means: string;
  /** The only values it takes, where there is a choice. */
  choices: string[];
}

/** The props of a block, those that are needed first. */
export function describeProps(name: BlockName): PropEntry[] {
  const props: z.ZodObject = contract[name].props;
  return Object.entries(props.shape)
    .map(([prop, schema]) => {
      const { description = '' } = schema;
      const needed = !schema.safeParse(undefined).success;
      return { name: prop, needed, means: description, choices: choicesOf(schema) };
    })
    .toSorted((a, b) => Number(b.needed) - Number(a.needed));
}

const held: Readonly<Record<Holds, string>> = {
  nothing: 'It holds nothing.',
  list: 'It holds a list.',
  prose: 'It holds text.',
  blocks: 'It holds text and other blocks.',
};

const places = {
  'own-line': 'It stands on lines of its own',
  sentence: 'It stands within a sentence',
  either: 'It stands on a line of its own or within a sentence',
} as const;

/** Where a block may stand and what it holds, in sentences. */
export function describePlace(name: BlockName): string {
  const { place, holds, within } = contract[name];
  const where = within?.map(inWords) ?? [];
  const last = where.pop();
  const inside =
    last === undefined
      ? ''
      : `, directly in ${where.length > 0 ? `${where.join(', ')} or ` : ''}${last}`;
  return `${places[place]}${inside}. ${held[holds]}`;
}

const collections: Readonly<Record<string, string>> = {
  newsletters: 'an edition',
  corrections: 'a correction',
  guidance: 'guidance',
  knownIssues: 'a known issue',
  releases: 'a release',
  help: 'this guide',
  pages: 'a page of the site',
};

const inWords = (container: string) => collections[container] ?? `<${container}>`;

/** The values of a choice, whatever is wrapped around it. */
function choicesOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const options: unknown = Reflect.get(schema, 'options') ?? Reflect.get(schema, 'values');
  if (options instanceof Set || Array.isArray(options)) {
    return [...options].filter((value) => typeof value === 'string');
  }
  const inner: unknown = Reflect.get(schema, 'unwrap');
  return typeof inner === 'function' ? choicesOf(Reflect.apply(inner, schema, [])) : [];
}

import { describeKeys } from '../schemas/describe-keys.ts';
import { contract, type BlockName, type Holds } from './contract.ts';

/** The props of a block as an author is told of them, those that are needed first. */
export const describeProps = (name: BlockName) => describeKeys(contract[name].props);

const held: Readonly<Record<Holds, string>> = {
  nothing: 'It holds nothing.',
  table:
    'one table: a first row that says what each column holds, a line such as | --- | --- |, and the rows',
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

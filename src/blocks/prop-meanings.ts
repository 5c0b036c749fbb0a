import { type Meaning, meaningOf } from '../schemas/meaning.ts';
import { contract } from './contract.ts';

type Meanings = ReadonlyMap<string, Meaning>;

const ofBlocks: ReadonlyMap<string, Meanings> = new Map(
  Object.entries(contract).map(([name, { props }]) => {
    const found = Object.entries(props.shape).flatMap(([prop, schema]) => {
      const means = meaningOf(schema);
      return means ? ([[prop, means]] as const) : [];
    });
    return [name, new Map(found)];
  }),
);

/* A tag whose name is misspelt has the words of one of them; where it leads is not known. */
const ofAny: Meanings = new Map(
  [...ofBlocks.values()].flatMap((props) => [...props]).filter(([, { is }]) => is === 'words'),
);

/** Which props of a tag are words to readers, and which links, in the order of the contract. */
export const propMeanings = (name: string): Meanings => ofBlocks.get(name) ?? ofAny;

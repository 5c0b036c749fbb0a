import { type FactKind, factKinds, type Facts } from './facts.ts';

/** One kind of fact in which two renderings differ. */
export interface Difference {
  kind: FactKind;
  /** What the first says where they part, with its neighbours for single words; '' where it says no more. */
  first: string;
  second: string;
}

/** Where two renderings part, once for each kind of fact. Order counts: two dates changed about are two faults. */
export function compareFacts(first: Facts, second: Facts): Difference[] {
  return kinds.flatMap((kind) => {
    const at = parting(first[kind], second[kind]);
    if (at === undefined) return [];
    const [before, after] = kind === 'word' ? [3, 5] : [0, 1];
    const around = (facts: readonly string[]) =>
      facts.slice(Math.max(0, at - before), at + after).join(' ');
    return [{ kind, first: around(first[kind]), second: around(second[kind]) }];
  });
}

const kinds = Object.keys(factKinds).filter((kind): kind is FactKind => kind in factKinds);

/* A link whose words stand away from its address, as in a paragraph of plain text, is told by the address. */
const same = (one: string | undefined, other: string | undefined) =>
  one === other || isBare(one, other) || isBare(other, one);

const isBare = (one: string | undefined, other: string | undefined) =>
  one !== undefined && /^(?:https?:|\{\{)\S*$/.test(one) && other?.startsWith(`${one} `) === true;

function parting(first: readonly string[], second: readonly string[]): number | undefined {
  const length = Math.max(first.length, second.length);
  for (let at = 0; at < length; at++) if (!same(first[at], second[at])) return at;
  return undefined;
}

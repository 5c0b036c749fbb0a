import { type FactKind, factKinds, type Facts } from './facts.ts';
import { boundary } from './rendered-words.ts';

/** One kind of fact in which two renderings differ. */
export interface Difference {
  kind: FactKind;
  /** What the first says where they part, with its neighbours for single words; '' where it says no more. */
  first: string;
  second: string;
}

/** Where two renderings part, once for each kind of fact. Order counts: two dates changed about are two faults. */
export function compareFacts(first: Facts, second: Facts): Difference[] {
  const sameWords = parting(first.word, second.word) === undefined;
  return kinds.flatMap((kind) => {
    if (kind === 'pause') return sameWords ? comparePauses(first, second) : [];
    const at = parting(first[kind], second[kind]);
    if (at === undefined) return [];
    const [before, after] = kind === 'word' ? [3, 5] : [0, 1];
    const around = (facts: readonly string[]) =>
      facts.slice(Math.max(0, at - before), at + after).join(' ');
    return [{ kind, first: around(first[kind]), second: around(second[kind]) }];
  });
}

const kinds = Object.keys(factKinds).filter((kind): kind is FactKind => kind in factKinds);

/* Between words that are the same. Where a part ends in one of both, they need not sound alike. */
function comparePauses(first: Facts, second: Facts): Difference[] {
  const at = first.pause.findIndex((pause, index) => {
    const other = second.pause[index];
    return pause !== other && pause !== boundary && other !== boundary;
  });
  if (at < 0) return [];
  const around = ({ word, pause }: Facts) =>
    `${word.slice(Math.max(0, at - 3), at + 1).join(' ')}${pause[at] ?? ''} ${word.slice(at + 1, at + 4).join(' ')}`;
  return [{ kind: 'pause', first: around(first), second: around(second) }];
}

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

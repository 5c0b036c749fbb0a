import type { Flow, Heading } from '../../document/tree.ts';
import { trimmedWords } from '../nodes.ts';
import { likeness } from './match-contents.ts';

/** A part of a text with the heading above it. */
export interface Section {
  heading: Heading;
  nodes: Flow[];
  /** The heading of a higher rank that it is the first to stand under: a group of items. */
  group?: Heading;
}

/**
 * Cuts a text where its items begin: at the rank of heading that its contents list names, or at the highest that
 * there are several of. Where headings of that rank have no words of their own, but headings at once, they are
 * groups, and the items are a rank below.
 */
export function splitSections(
  nodes: readonly Flow[],
  listed: readonly string[],
): { opening: Flow[]; sections: Section[] } {
  const headings = nodes.filter((node) => node.type === 'heading');
  const [rank, groups] = itemRank(nodes, headings, listed);
  const opening: Flow[] = [];
  const sections: Section[] = [];
  let group: Heading | undefined;
  for (const node of nodes) {
    if (node.type === 'heading' && groups.has(node)) group = node;
    else if (node.type === 'heading' && node.rank <= rank) {
      sections.push({ heading: node, nodes: [], ...(group && { group }) });
      group = undefined;
    } else (sections.at(-1)?.nodes ?? opening).push(node);
  }
  return { opening, sections };
}

function itemRank(
  nodes: readonly Flow[],
  headings: readonly Heading[],
  listed: readonly string[],
): [number, ReadonlySet<Heading>] {
  const ranks = [...new Set(headings.map(({ rank }) => rank))].toSorted((a, b) => a - b);
  const of = (rank: number) => headings.filter((one) => one.rank === rank);
  const named = ranks.find(
    (rank) =>
      of(rank).filter((one) => listed.some((title) => likeness(title, trimmedWords(one)) >= 0.5))
        .length >
      listed.length / 2,
  );
  const usual = named ?? ranks.find((rank) => of(rank).length > 1) ?? ranks[0] ?? 1;
  const below = ranks.find((rank) => rank > usual);
  const groups = of(usual).filter((one) => {
    const next = nodes[nodes.indexOf(one) + 1];
    return next?.type === 'heading' && next.rank > usual;
  });
  const areGroups =
    below !== undefined && groups.length > 1 && groups.length > of(usual).length * 0.6;
  return areGroups ? [below, new Set(groups)] : [usual, new Set()];
}

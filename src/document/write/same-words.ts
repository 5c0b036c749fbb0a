import type { Flow, Inline } from '../tree.ts';
import { mergeRuns } from './merge-runs.ts';

/** Whether two nodes say the same, wherever they stand. The anchor of a heading follows from its words. */
export const sameWords = (one: Flow, other: Flow): boolean =>
  one === other || comparedWords([one], true) === comparedWords([other], true);

/**
 * What nodes say, as text to compare.
 * @param inOneText whether they come from the same text, where two that were refused are told apart by
 *   their places
 */
export const comparedWords = (nodes: readonly Flow[], inOneText = false): string =>
  JSON.stringify(nodes.map(wordsOfNode), (key, value: unknown) =>
    key === 'at' && !inOneText ? undefined : value,
  );

type Words = readonly unknown[];

function wordsOfNode(node: Flow): Words {
  switch (node.type) {
    case 'paragraph':
      return [node.type, inlineWords(node.children)];
    case 'heading':
      return [node.type, node.rank, inlineWords(node.children)];
    case 'list':
      return [node.type, node.ordered, node.numbers, node.tight, node.items.map(wordsOfAll)];
    case 'table':
      return [
        node.type,
        Array.from(node.align, (side) => side ?? null),
        node.head?.map(inlineWords),
        node.rows.map((row) => row.map(inlineWords)),
      ];
    case 'quote':
      return [node.type, wordsOfAll(node.children)];
    case 'block':
      return [node.name, Object.entries(node.props).toSorted(byKey), wordsOfAll(node.children)];
    case 'refused':
      return [node.type, { at: node.at }];
  }
}

const wordsOfAll = (nodes: readonly Flow[]): Words => nodes.map(wordsOfNode);

const inlineWords = (nodes: readonly Inline[]): Words =>
  mergeRuns(nodes).map((node) => {
    switch (node.type) {
      case 'text':
        return [node.type, node.value.normalize('NFC')];
      case 'code':
        return [node.type, node.value];
      case 'break':
        return [node.type];
      case 'link':
        return [node.type, node.to, inlineWords(node.children)];
      case 'block':
      case 'refused':
        return wordsOfNode(node);
      default:
        return [node.type, inlineWords(node.children)];
    }
  });

const byKey = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) =>
  one < other ? -1 : 1;

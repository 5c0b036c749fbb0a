import type { Node } from 'prosemirror-model';
import type { Finding } from '../../protocol/findings.ts';

/** A finding and the stretch of the document that it is about; none where it is about the front matter. */
export interface PlacedFinding {
  finding: Finding;
  range?: { from: number; to: number; isNode: boolean };
}

/**
 * Where findings stand in the editor.
 * @param places of the nodes of the tree, as `toTree` gave them of this document
 */
export const placeFindings = (
  doc: Node,
  findings: readonly Finding[],
  places: ReadonlyMap<string, number>,
): PlacedFinding[] =>
  findings.map((finding) => {
    const pos = finding.path === undefined ? undefined : places.get(finding.path);
    const node = pos === undefined ? undefined : doc.nodeAt(pos);
    if (pos === undefined || !node) return { finding };
    const words = finding.prop === undefined ? findWords(node, finding) : undefined;
    return words
      ? { finding, range: { from: pos + 1 + words.from, to: pos + 1 + words.to, isNode: false } }
      : { finding, range: { from: pos, to: pos + node.nodeSize, isNode: true } };
  });

/** The words at fault within a text block: or the block in its sentence that says them. */
function findWords(node: Node, { words, nth }: Finding): { from: number; to: number } | undefined {
  if (!node.inlineContent || words === '') return undefined;
  const text = node.textBetween(0, node.content.size, '', '\uFFFC');
  let at = text.indexOf(words);
  for (let count = 0; count < nth; count++) {
    const next = text.indexOf(words, at + words.length);
    if (next < 0) break;
    at = next;
  }
  if (at >= 0) return { from: at, to: at + words.length };
  let found: { from: number; to: number } | undefined;
  const quoted = JSON.stringify(words).slice(1, -1);
  node.forEach((child, offset) => {
    const props: unknown = child.attrs['props'];
    if (!found && typeof props === 'object' && JSON.stringify(props).includes(quoted))
      found = { from: offset, to: offset + child.nodeSize };
  });
  return found;
}

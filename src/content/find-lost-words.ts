import { isScalar, visit, type Document } from 'yaml';
import type { Problem } from '../problem.ts';

/** Something that an author wrote and YAML would leave out without a word. */
export interface LostWords extends Pick<Problem, 'expected' | 'found' | 'remedy'> {
  /** Where it starts, counted in characters from the start of the YAML. */
  offset: number;
}

/** Words after " #" behind a value, which YAML takes for a comment, and words that start with "&" or "!". */
export function findLostWords(document: Document, source: string): LostWords[] {
  const lost: LostWords[] = [];
  visit(document, {
    Node(_, node) {
      const [start, end] = node.range ?? [0, 0];
      const after = /^[ \t]+#.*/.exec(source.slice(end))?.[0].trim();
      if (isScalar(node) && node.type === 'PLAIN' && after) {
        lost.push({
          offset: start,
          expected: 'a value in quotation marks where it holds " #"',
          found: `"${after}", which would be left out as a comment`,
          remedy: 'Put the whole value in quotation marks, or the comment on a line of its own.',
        });
      }
      const sign = 'anchor' in node && node.anchor ? `&${node.anchor}` : node.tag;
      if (sign) {
        lost.push({
          offset: start,
          expected: 'a value in quotation marks where it starts with "&" or "!"',
          found: `"${sign}", which would be left out`,
          remedy: 'Put the whole value in quotation marks.',
        });
      }
    },
  });
  return lost;
}

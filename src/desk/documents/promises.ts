import { formatDate } from '../../dates/format.ts';
import type { Content } from '../../content/content.ts';
import { cellsOf, eachBlock, isBlock, type Flow, type Inline } from '../../document/tree.ts';
import { foldWords } from './fold-words.ts';

/** What an edition said would come in the next one. */
export interface Promised {
  /** The absolute path of the edition that says so. */
  file: string;
  /** Its day, YYYY-MM-DD. */
  day: string;
  /** The edition in which it was to come, where it was said. */
  edition?: string | undefined;
  /** What was promised, a line each. */
  points: string[];
}

/** What each edition that is no draft promises, newest first. */
export const promisesOf = ({ newsletters, drafts }: Content): Promised[] =>
  newsletters
    .filter(({ file }) => !drafts.has(file))
    .flatMap(({ file, data, body }) =>
      eachBlock(body).flatMap((block) => {
        if (!isBlock(block, 'ComingUp')) return [];
        const points = block.children.flatMap((child) =>
          child.type === 'list' ? child.items.map((item) => sayAll(item).trim()) : [],
        );
        return { file, day: data.date, edition: block.props.edition, points };
      }),
    );

/**
 * Promises that were not kept: the edition that was named has not come though its day is past, or the next one, read
 * word by word, takes up less than half of the words of what was promised.
 * @param today the day in New Zealand, YYYY-MM-DD
 */
export function brokenPromises(content: Content, today: string): { file: string; why: string }[] {
  const [newest, before] = promisesOf(content);
  return [newest, before].flatMap((promised) => {
    if (!promised) return [];
    const { file, day, edition, points } = promised;
    const next = content.newsletters.findLast(({ data }) => data.date > day);
    if (!next) {
      if (edition === undefined || edition >= today) return [];
      return { file, why: `It promises an edition of ${formatDate(edition)}, and there is none.` };
    }
    // What has not gone out can still keep it.
    if (content.drafts.has(next.file)) return [];
    const text = new Set(foldWords(sayAll(next.body)).split(' '));
    return points.flatMap((point) => {
      const words = telling(point);
      const kept = words.filter((word) => text.has(word)).length;
      if (words.length === 0 || kept * 2 >= words.length) return [];
      const where = `the edition of ${formatDate(next.data.date)}`;
      return { file, why: `It promises “${point}”, which ${where} does not take up.` };
    });
  });
}

const telling = (point: string) =>
  foldWords(point)
    .split(' ')
    .filter((word) => word.length > 3);

/** What readers get of a text, as one line; of blocks also what their props say. */
function sayAll(nodes: readonly (Flow | Inline)[]): string {
  const say = (node: Flow | Inline): string => {
    if (node.type === 'text' || node.type === 'code') return node.value;
    if (node.type === 'list') return node.items.map(sayAll).join(' ');
    if (node.type === 'table') return sayAll(cellsOf(node).flat());
    const props = node.type === 'block' ? Object.values(node.props).join(' ') : '';
    const inside = 'children' in node ? sayAll(node.children) : ' ';
    return isSentence(node) ? `${props}${inside}` : `${props} ${inside} `;
  };
  return nodes.map(say).join('');
}

const isSentence = ({ type }: Flow | Inline) =>
  type === 'strong' || type === 'emphasis' || type === 'link';

import { parseBody } from '../parse-body.ts';
import { type Inline, type Paragraph, unwritten as at } from '../tree.ts';
import { joinMarks } from './join-marks.ts';
import { comparedWords } from './same-words.ts';
import { type InlineSetting, writeInline } from './write-inline.ts';

/** Where the words of a paragraph, a heading or a cell stand. */
type WordSetting = Pick<InlineSetting, 'sentencesOnly' | 'oneLine' | 'source'>;

/* Each mark can be written in two ways: of more marks than these, only the first are tried in both. */
const mostMarks = 8;

/**
 * The words of a paragraph, a heading or a cell as Markdown. How a mark is read depends on all that stand
 * around it, so words with several are read again here, and where they would say something else, their
 * marks are written in another way. What no marks can say is written with as few as look the same.
 */
export function writeWords(nodes: readonly Inline[], setting: WordSetting): string {
  const joined = joinMarks(nodes);
  return sayingThem(nodes, setting) ?? sayingThem(joined, setting) ?? written(joined, setting, 0);
}

/** The first way to write them that is read as they are, if there is one. */
function sayingThem(nodes: readonly Inline[], setting: WordSetting): string | undefined {
  const marks = countMarks(nodes);
  const wanted = comparedWords([{ type: 'paragraph', children: [...nodes], at }]);
  for (let ways = 0; ways < 2 ** Math.min(marks, mostMarks); ways++) {
    const words = written(nodes, setting, ways);
    if (marks < 2 || comparedWords([readAgain(words, setting)]) === wanted) return words;
  }
  return undefined;
}

/** @param ways of each mark a bit: whether it is written in the usual way, or in the other */
function written(nodes: readonly Inline[], setting: WordSetting, ways: number): string {
  let rest = ways;
  const isUsual = () => {
    const usual = rest % 2 === 0;
    rest >>= 1;
    return usual;
  };
  return writeInline(nodes, { ...setting, inLink: false, within: '', isUsual });
}

function readAgain(words: string, { oneLine, sentencesOnly }: WordSetting): Paragraph {
  const text = oneLine
    ? `## ${words}`
    : sentencesOnly
      ? `> ${words.replaceAll('\n', '\n> ')}`
      : words;
  const [node] = parseBody(`${text}\n`, '', () => undefined);
  const inside = node?.type === 'quote' ? node.children[0] : node;
  const children =
    inside?.type === 'paragraph' || inside?.type === 'heading' ? inside.children : [];
  return { type: 'paragraph', children, at };
}

const countMarks = (nodes: readonly Inline[]): number =>
  nodes.reduce((count, node) => {
    if (node.type === 'link') return count + countMarks(node.children);
    return node.type === 'strong' || node.type === 'emphasis'
      ? count + 1 + countMarks(node.children)
      : count;
  }, 0);

import { attendance, registerLabel } from '../../blocks/attendance.ts';
import type { BlockName } from '../../blocks/contract.ts';
import { isBlock, type Block, type Flow, type Inline, neverRendered } from '../../document/tree.ts';
import { contactById, documentById, type Content } from '../../content/content.ts';
import { formatLongDate, formatPeriod, formatTimes } from '../../dates/format.ts';

type Renderers = {
  [Name in BlockName]: (node: Extract<Block, { name: Name }>, content: Content) => string;
};

/**
 * The words a search looks through: what a reader sees, without addresses. Of guidance, known
 * issues and releases that a text quotes only the title counts, so that a search finds the
 * living page rather than a dated copy.
 */
export function wordsOf(nodes: readonly (Flow | Inline)[], content: Content): string {
  return nodes
    .map((node) => nodeWords(node, content))
    .filter((words) => words.trim() !== '')
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function nodeWords(node: Flow | Inline, content: Content): string {
  switch (node.type) {
    case 'text':
    case 'code':
      return node.value;
    case 'break':
      return '';
    case 'refused':
      return neverRendered(node);
    case 'list':
      return node.items.map((item) => ended(wordsOf(item, content))).join(' ');
    case 'block':
      return rendererOf(node.name)(node, content);
    case 'paragraph':
    case 'heading':
      return ended(inlineWords(node.children, content));
    default:
      return inlineWords(node.children, content);
  }
}

const inlineWords = (nodes: readonly (Flow | Inline)[], content: Content) =>
  nodes.map((node) => nodeWords(node, content)).join('');

/** With a full stop where there is no end mark, so that passages read as sentences. */
export const ended = (words: string) =>
  words === '' || /[.!?:…]$/.test(words) ? words : `${words}.`;

const inside = (node: Block, content: Content) => wordsOf(node.children, content);
const titled = (title: string, node: Block, content: Content) =>
  `${ended(title)} ${inside(node, content)}`;

const searchBlocks = {
  Greeting: ({ props }) => ended(props.mi),
  SignOff: ({ props: { mi, role, team } }) => ended([mi, role, team].filter(Boolean).join(', ')),
  For: inside,
  WebOnly: inside,
  EmailOnly: () => '',
  Item: (node, content) => titled(node.props.title, node, content),
  Checklist: (node, content) => titled(node.props.title, node, content),
  Contact: ({ props }, content) => {
    const { name, phone, email } = contactById(content, props.id);
    return [name, phone, email].filter(Boolean).join(', ');
  },
  Event: (node, content) => {
    const sessions = node.children.filter((child) => isBlock(child, 'Session'));
    return `${titled(node.props.title, node, content)} ${attendance(node.props, sessions.length)}`;
  },
  Session: ({ props: { start, end } }) =>
    ended(
      `${formatTimes(start, end)}, ${formatLongDate(start.slice(0, 10))}. ${registerLabel(start)}`,
    ),
  Survey: (node, content) => {
    const { title, closes, reward = '' } = node.props;
    const until = closes ? `Closes ${formatLongDate(closes)}.` : '';
    return [titled(title, node, content), ended(reward), until].filter(Boolean).join(' ');
  },
  Guidance: ({ props }, content) => ended(documentById(content.guidance, props.id).data.title),
  Principle: (node, content) => titled(node.props.title, node, content),
  KnownIssue: ({ props }, content) => ended(documentById(content.knownIssues, props.id).data.title),
  Release: ({ props }, content) => ended(documentById(content.releases, props.id).data.title),
  Callout: (node, content) => titled(node.props.title, node, content),
  Button: ({ props }) => ended(props.label),
  Picture: ({ props: { alt = '', caption = '' } }) =>
    [alt, caption].filter(Boolean).map(ended).join(' '),
  ComingUp: inside,
  Reorua: ({ props: { mi, en } }) => `${mi} ${en}`,
  Reo: ({ props }) => props.mi,
  Day: ({ props }) => formatLongDate(props.on),
  Period: ({ props }) => formatPeriod(props.from, props.to),
} satisfies Renderers;

/* A method, so that a renderer which takes the node of its own name stands for one that takes any. */
interface AnyRenderer {
  render(node: Block, content: Content): string;
}

const rendererOf = (name: BlockName): AnyRenderer['render'] => searchBlocks[name];

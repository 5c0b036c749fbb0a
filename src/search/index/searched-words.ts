import { attendance, movedWords, registerLabel } from '../../blocks/attendance.ts';
import { sessionWhen } from '../../blocks/session-times.ts';
import type { BlockName } from '../../blocks/contract.ts';
import { verseLines } from '../../document/verse-lines.ts';
import { isBlock, type Block, type Flow, type Inline, neverRendered } from '../../document/tree.ts';
import { dateRows } from '../../content/views/date-rows.ts';
import { contactById, documentById, type Content } from '../../content/content.ts';
import { formatDayOrTime, formatLongDate, formatPeriod } from '../../dates/format.ts';
import type { Contact } from '../../schemas/contact.ts';
import { actionLabels } from '../../schemas/fields.ts';

type Renderers = {
  [Name in BlockName]: (
    node: Extract<Block, { name: Name }>,
    content: Content,
    inSentence: boolean,
  ) => string;
};

/**
 * The words a search looks through: what a reader sees, without addresses. Of guidance, known
 * issues and releases that a text quotes only the title counts, so that a search finds the
 * living page rather than a dated copy.
 */
export function searchedWords(nodes: readonly (Flow | Inline)[], content: Content): string {
  return nodes
    .map((node) => nodeWords(node, content, false))
    .filter((words) => words.trim() !== '')
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function nodeWords(node: Flow | Inline, content: Content, inSentence: boolean): string {
  switch (node.type) {
    case 'text':
    case 'code':
      return node.value;
    case 'break':
      return ' ';
    case 'refused':
      return neverRendered(node);
    case 'list':
      return node.items.map((item) => ended(searchedWords(item, content))).join(' ');
    case 'table':
      return node.rows
        .map((row) =>
          ended(
            row
              .map((cell, index) => {
                const words = inlineWords(cell, content).trim();
                const label = inlineWords(node.head?.[index] ?? [], content).trim();
                return label && words ? `${label}: ${words}` : words;
              })
              .filter((words) => words !== '')
              .join(', '),
          ),
        )
        .join(' ');
    case 'block':
      return rendererOf(node.name)(node, content, inSentence);
    case 'paragraph':
    case 'heading':
      return ended(inlineWords(node.children, content));
    default:
      return inlineWords(node.children, content);
  }
}

const inlineWords = (nodes: readonly (Flow | Inline)[], content: Content) =>
  nodes.map((node) => nodeWords(node, content, true)).join('');

/** With a full stop where there is no end mark, so that passages read as sentences. */
export const ended = (words: string) =>
  words === '' || /[.!?:…]$/.test(words) ? words : `${words}.`;

const inside = (node: Block, content: Content) => searchedWords(node.children, content);
const sentences = (...parts: readonly (string | undefined)[]) =>
  parts.flatMap((part) => (part ? [ended(part)] : [])).join(' ');

/** What a search finds one of a team by. */
export const personWords = ({
  role,
  mi,
  duties,
  phone,
  email,
}: Contact['people'][number]): string =>
  [role, mi, duties, phone, email].filter(Boolean).join(', ');

const searchBlocks = {
  Greeting: ({ props }) => ended(props.mi),
  SignOff: ({ props: { mi, role, roleMi, team } }) =>
    ended([mi, roleMi, role, team].filter(Boolean).join(', ')),
  For: inside,
  WebOnly: inside,
  EmailOnly: () => '',
  Category: (node, content) => sentences(node.props.title, inside(node, content)),
  Item: (node, content) => {
    const { action, due, who, title, mi } = node.props;
    const until = due && `Due ${formatDayOrTime(due)}`;
    return sentences(title, actionLabels[action], until, who, mi, inside(node, content));
  },
  Table: (node, content) => sentences(node.props.title, inside(node, content)),
  Dates: (node, content) =>
    sentences(
      node.props.title,
      ...dateRows(node).map(
        ({ when, words }) =>
          `${rendererOf(when.name)(when, content, true)}: ${searchedWords(words, content)}`,
      ),
    ),
  Checklist: (node, content) =>
    sentences(node.props.title, inside(node, content), node.props.exception),
  Contact: ({ props }, content, inSentence) => {
    const { name, mi, people, summary, phone, email, hours } = contactById(content, props.id);
    const ways = [name, phone, email].filter(Boolean).join(', ');
    return inSentence
      ? ways
      : sentences(name, mi, summary, phone, email, hours, ...people.map(personWords));
  },
  Event: (node, content) => {
    const sessions = node.children.filter((child) => isBlock(child, 'Session'));
    const words = node.children.filter((child) => !isBlock(child, 'Session'));
    return sentences(
      node.props.title,
      searchedWords(words, content),
      attendance(node.props, sessions),
      searchedWords(sessions, content),
    );
  },
  Session: ({ props }) => {
    const { start, place, register, moved } = props;
    const { times, days } = sessionWhen(props);
    return sentences(
      `${times}, ${days}`,
      place,
      movedWords(moved),
      register ? registerLabel(start) : 'No need to register',
    );
  },
  Survey: (node, content) => {
    const { title, url, closes, reward } = node.props;
    return sentences(
      title,
      inside(node, content),
      reward,
      closes && `Closes ${formatLongDate(closes)}`,
      url && `Answer the ${title}`,
    );
  },
  Guidance: ({ props }, content) => ended(documentById(content.guidance, props.id).data.title),
  Principle: (node, content) => sentences(node.props.title, inside(node, content)),
  KnownIssue: ({ props }, content) => ended(documentById(content.knownIssues, props.id).data.title),
  Release: ({ props }, content) => ended(documentById(content.releases, props.id).data.title),
  Callout: (node, content) => {
    const { kind, title } = node.props;
    return sentences(`${kind === 'warning' ? 'Warning: ' : ''}${title}`, inside(node, content));
  },
  Button: ({ props }) => ended(props.label),
  Picture: ({ props: { alt, caption, video } }) =>
    sentences(alt, video && 'Watch the video', caption),
  Pictures: (node, content) => inside(node, content),
  Attachments: (node, content) => sentences(node.props.title, inside(node, content)),
  Quote: (node, content) =>
    sentences(
      node.props.mi && verseLines(node.props.mi).join(' '),
      inside(node, content),
      node.props.by,
    ),
  Fold: (node, content) => sentences(node.props.title, inside(node, content)),
  ComingUp: (node, content) => {
    const { edition } = node.props;
    return sentences(edition && `Next edition: ${formatLongDate(edition)}`, inside(node, content));
  },
  Reorua: ({ props: { mi, en } }) => `${mi} ${en}`,
  Reo: ({ props }) => props.mi,
  Day: ({ props }) => formatLongDate(props.on),
  Period: ({ props }) => formatPeriod(props.from, props.to),
} satisfies Renderers;

/* A method, so that a renderer which takes the node of its own name stands for one that takes any. */
interface AnyRenderer {
  render(node: Block, content: Content, inSentence: boolean): string;
}

const rendererOf = (name: BlockName): AnyRenderer['render'] => searchBlocks[name];

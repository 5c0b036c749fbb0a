import type { Content, Document } from '../content/content.ts';
import { formatDate } from '../dates/format.ts';
import { slug } from '../document/slug.ts';
import { type Block, eachBlock, type Flow, isBlock } from '../document/tree.ts';
import { writeFlow } from '../document/write/write-flow.ts';
import { writeTag } from '../document/write/write-tag.ts';
import type { Audience } from '../publication/site.ts';
import type { Newsletter } from '../schemas/newsletter.ts';
import { moveDays } from './move-days.ts';

type Edition = Document<Newsletter>;
type Item = Extract<Block, { name: 'Item' }>;

/** What a new edition takes from an older one, as MDX, and what is said of it. */
export interface Carried {
  greeting: string[];
  signOff: string[];
  /** An item for each thing that was promised for this edition. */
  promised: string[];
  /** Items that stand in every edition, their days moved. */
  standing: string[];
  /** Whether one of these says what comes next. */
  saysWhatComesNext: boolean;
  /** What was carried over and what was not, each a sentence. */
  told: string[];
}

/**
 * What carries over from an edition into one that comes out some weeks later. A standing item is one whose
 * anchor stands in the edition before it too: authors say so by keeping its id, and need no mark that could
 * be forgotten or left on. What its list of what comes next named was promised for the new edition.
 */
export function carryOver(edition: Edition, weeks: number, content: Content): Carried {
  const items = edition.body.filter((node) => isBlock(node, 'Item'));
  const before = content.newsletters.find(({ data }) => data.date < edition.data.date);
  const known = new Set(
    before?.body.flatMap((node) => (isBlock(node, 'Item') ? node.props.id : [])),
  );
  const standing = items.filter(({ props }) => known.has(props.id));
  const left = items.filter(({ props }) => !known.has(props.id));
  const promises = promisesOf(edition.body);
  const moved = standing.flatMap((item) => moveDays(emptied([item]), weeks));
  const greeting = only(edition.body, 'Greeting');
  const signOff = only(edition.body, 'SignOff');
  const said = formatDate(edition.data.date);
  return {
    greeting: written(greeting),
    signOff: written(signOff),
    promised: promises.map((promise, index) => promisedItem(promise, index, said)),
    standing: written(moved),
    saysWhatComesNext: eachBlock(moved).some(({ name }) => name === 'ComingUp'),
    told: [
      ...(greeting.length > 0 ? ['Carried over: the greeting.'] : []),
      ...(signOff.length > 0 ? ['Carried over: who signs it.'] : []),
      ...standing.map((item) => tellStanding(item, weeks, before)),
      ...promises.map(({ entry }) => `Promised on ${said}, and begun here: “${words(entry)}”.`),
      ...tellLeft(left, before),
    ],
  };
}

function tellStanding(item: Item, weeks: number, before: Edition | undefined): string {
  const days = eachBlock(emptied([item])).some(
    ({ name, props }) => movable.has(name) || 'due' in props,
  );
  const by = weeks === 1 ? '1 week' : `${weeks} weeks`;
  const since = before ? `, which the edition of ${formatDate(before.data.date)} has too` : '';
  return `Carried over: “${item.props.title}”${since}${days ? `; its days are ${by} later, for you to check` : ''}.`;
}

function tellLeft(left: readonly Item[], before: Edition | undefined): string[] {
  if (left.length === 0) return [];
  const titles = left.map(({ props }) => `“${props.title}”`).join(', ');
  const why = before
    ? `since the edition of ${formatDate(before.data.date)} has nothing of their ids`
    : 'since only a second edition can show which items stand in each';
  return [`Left behind, ${why}: ${titles}.`];
}

const movable: ReadonlySet<string> = new Set(['Day', 'Period', 'Session', 'Survey']);

const written = (nodes: readonly Flow[]): string[] => nodes.map((node) => writeFlow([node]));

/** The blocks of a name that stand between the items, each still for whom it was. */
function only(nodes: readonly Flow[], name: 'Greeting' | 'SignOff'): Flow[] {
  return nodes.flatMap((node): Flow[] => {
    if (isBlock(node, name)) return [node];
    if (!isBlock(node, 'For')) return [];
    const children = only(node.children, name);
    return children.length > 0 ? [{ ...node, children }] : [];
  });
}

/** Items without what their list of what comes next named, which is not what comes after this edition. */
function emptied(nodes: readonly Flow[]): Flow[] {
  return nodes.map((node): Flow => {
    if (node.type !== 'block') return node;
    if (!isBlock(node, 'ComingUp')) return { ...node, children: emptied(node.children) };
    const at = node.at;
    const entry: Flow = {
      type: 'paragraph',
      at,
      children: [{ type: 'text', at, value: 'TBC: a topic of the next edition' }],
    };
    const list: Flow = {
      type: 'list',
      at,
      ordered: false,
      tight: true,
      items: [[entry]],
      itemsAt: [at],
    };
    return { ...node, props: {}, children: [list] };
  });
}

interface Promised {
  entry: readonly Flow[];
  /** The only audience that it was promised to. */
  audience?: Audience | undefined;
}

function promisesOf(nodes: readonly Flow[], audience?: Audience): Promised[] {
  return nodes.flatMap((node): Promised[] => {
    if (node.type !== 'block') return [];
    if (isBlock(node, 'ComingUp')) {
      return node.children.flatMap((list) =>
        list.type === 'list' ? list.items.map((entry) => ({ entry, audience })) : [],
      );
    }
    const own = isBlock(node, 'Item') || isBlock(node, 'For') ? node.props.audience : undefined;
    return promisesOf(node.children, own ?? audience);
  });
}

const words = (entry: readonly Flow[]) => writeFlow(entry).replaceAll(/\s+/g, ' ');

function promisedItem({ entry, audience }: Promised, index: number, said: string): string {
  return writeTag(
    'Item',
    {
      id: slug(`tbc promised ${index + 1}`),
      title: `TBC: promise ${index + 1}`,
      action: 'for-information',
      ...(audience && { audience }),
      topic: 'TBC: what it is about, in a word or two',
    },
    `TBC: on ${said} we promised this. Say what became of it:`,
    writeFlow(entry),
  );
}

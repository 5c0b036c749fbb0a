import { formatDayMonth } from '../dates/format.ts';
import { addDays } from '../dates/plain-date.ts';
import { slug } from '../document/slug.ts';
import type { Block, Flow, Inline } from '../document/tree.ts';

/**
 * The same text some weeks later: every day that a block knows (days, periods, due and closing dates,
 * sessions) moves by whole weeks, so that each keeps its weekday. A session is new: it has not moved, its
 * anchor names its new day where it named the old one, and people register at another address. Days that
 * are typed as words stay, for nobody knows what they belong to.
 */
export function moveDays(nodes: readonly Flow[], weeks: number): Flow[] {
  const move = (dayOrTime: string) =>
    `${addDays(dayOrTime.slice(0, 10), weeks * 7)}${dayOrTime.slice(10)}`;
  const flow = (node: Flow): Flow => {
    switch (node.type) {
      case 'block':
        return block(node);
      case 'paragraph':
      case 'heading':
        return { ...node, children: node.children.map(inline) };
      case 'list':
        return { ...node, items: node.items.map((item) => item.map(flow)) };
      case 'table': {
        const cells = (row: Inline[][]) => row.map((cell) => cell.map(inline));
        const head = node.head && { head: cells(node.head) };
        return { ...node, ...head, rows: node.rows.map(cells) };
      }
      case 'quote':
        return { ...node, children: node.children.map(flow) };
      case 'refused':
        return node;
    }
  };
  const inline = (node: Inline): Inline => {
    if (node.type === 'block') return block(node);
    if (node.type === 'strong' || node.type === 'emphasis' || node.type === 'link') {
      return { ...node, children: node.children.map(inline) };
    }
    return node;
  };
  const block = (node: Block): Block => {
    switch (node.name) {
      case 'Day':
        return { ...node, props: { on: move(node.props.on) } };
      case 'Period':
        return { ...node, props: { from: move(node.props.from), to: move(node.props.to) } };
      case 'Item': {
        const due = node.props.due && { due: move(node.props.due) };
        return { ...node, props: { ...node.props, ...due }, children: node.children.map(flow) };
      }
      case 'Survey': {
        const closes = node.props.closes && { closes: move(node.props.closes) };
        return { ...node, props: { ...node.props, ...closes }, children: node.children.map(flow) };
      }
      case 'Session':
        return { ...node, props: again(node.props, move) };
      default:
        return { ...node, children: node.children.map(flow) };
    }
  };
  return nodes.map(flow);
}

type Session = Extract<Block, { name: 'Session' }>['props'];

function again(session: Session, move: (dayOrTime: string) => string): Session {
  const { id, start, end, place, register } = session;
  const dayOf = (time: string) => time.slice(0, 10);
  const named = id === slug(formatDayMonth(dayOf(start)));
  return {
    id: named ? slug(formatDayMonth(move(dayOf(start)))) : id,
    start: move(start),
    ...(end !== undefined && { end: move(end) }),
    ...(place !== undefined && { place }),
    ...(register !== undefined && { register: 'https://registration.example/tbc' }),
  };
}

import { numberOf, type Flow, type List, type Span } from '../tree.ts';
import { editRow } from './edit-row.ts';
import { editTag } from './edit-tag.ts';
import { sameWords } from './same-words.ts';
import type { Edit } from './splice.ts';
import {
  type FlowSetting,
  insideBlock,
  lineBetween,
  withinSentences,
  writeNode,
} from './write-flow.ts';
import { itemMark, prefixed, writeItem } from './write-list.ts';

/** Where nodes stand in a source. */
export interface Place {
  source: string;
  setting: FlowSetting;
  /** What stands before each of their lines but the first: the indentation of a list, the mark of a quotation. */
  prefix: string;
}

/**
 * The edits that make `before`, as it stands in the source, into `after`. Nodes that say the same keep
 * their place; one that moved keeps its words as they were written; of a block that changed, props and
 * children are compared in turn, of a list its entries.
 * @param before at least one node
 */
export function editFlow(before: readonly Flow[], after: readonly Flow[], place: Place): Edit[] {
  const { source, setting, prefix } = place;
  return editRow(
    before.map((item) => ({ item, at: trimmed(source, item.at) })),
    after,
    {
      same: sameWords,
      alike,
      change: (old, now, at) => editNode(old, now, at, place),
      write: (node, previous) => {
        const moved = prefix === '' && before.find((old) => sameWords(old, node));
        if (moved) return slice(source, trimmed(source, moved.at));
        return behind(prefix, writeNode(node, setting, previous && [previous]));
      },
      between: (previous, node) => gap(prefix, lineBetween(previous, node, setting)),
    },
  );
}

/** With all lines but the first behind what stands before them. */
const behind = (prefix: string, text: string) => prefixed(text, prefix).slice(prefix.length);

/** Line breaks, and what stands before the line that they lead to. */
const gap = (prefix: string, breaks: string) =>
  breaks === '\n' ? `\n${prefix}` : `\n${prefix.trimEnd()}\n${prefix}`;

const slice = (source: string, { from, to }: Span) => source.slice(from, to);

/** A place without empty lines at its end. */
function trimmed(source: string, at: Span): Span {
  return { from: at.from, to: at.from + slice(source, at).trimEnd().length };
}

function alike(old: Flow, now: Flow): boolean {
  if (old.type === 'block') return now.type === 'block' && old.name === now.name;
  return old.type === now.type;
}

function editNode(old: Flow, now: Flow, at: Span, place: Place): Edit[] {
  const { source, setting, prefix } = place;
  if (old.type === 'block' && now.type === 'block' && bothHold(old.children, now.children)) {
    const inside = { ...place, setting: insideBlock(old, setting) };
    const children = old.children.length > 0 ? editFlow(old.children, now.children, inside) : [];
    return [...editTag(source, old, now), ...children];
  }
  if (old.type === 'quote' && now.type === 'quote' && bothHold(old.children, now.children)) {
    const inside = { source, setting: withinSentences(setting), prefix: `${prefix}> ` };
    return editFlow(old.children, now.children, inside);
  }
  if (old.type === 'list' && now.type === 'list' && keepsForm(old, now)) {
    return editItems(old, now, place);
  }
  return [{ ...at, text: behind(prefix, writeNode(now, setting)) }];
}

const bothHold = (old: readonly Flow[], now: readonly Flow[]) =>
  old.length === 0 ? now.length === 0 : now.length > 0;

/** Whether entries can change one by one. Numbers follow from what is before them. */
const keepsForm = (old: List, now: List) =>
  old.ordered === now.ordered &&
  old.tight === now.tight &&
  (!old.ordered ||
    (old.items.length === now.items.length &&
      old.items.every((_, index) => numberOf(old, index) === numberOf(now, index))));

function editItems(old: List, now: List, place: Place): Edit[] {
  const { source, setting, prefix } = place;
  const items = old.items.map((item, index) => ({
    item,
    at: trimmed(source, old.itemsAt[index] ?? old.at),
  }));
  const markAt = (at: Span) => /^\S+[ \t]+/.exec(slice(source, at))?.[0];
  const usual = (items[0] && markAt(items[0].at)) ?? itemMark(old, '-', 0);
  return editRow(items, now.items, {
    same: (one, other) =>
      one.length === other.length && one.every((node, at) => sameAt(node, other[at])),
    alike: () => true,
    change: (item, other, at) => {
      const mark = markAt(at) ?? usual;
      if (!bothHold(item, other)) {
        return [{ ...at, text: behind(prefix, writeItem(other, now, setting, mark)) }];
      }
      const inside = withinSentences(setting, now.tight);
      return editFlow(item, other, {
        source,
        setting: inside,
        prefix: prefix + ' '.repeat(mark.length),
      });
    },
    write: (item) => behind(prefix, writeItem(item, now, setting, usual)),
    between: () => gap(prefix, now.tight ? '\n' : '\n\n'),
  });
}

const sameAt = (node: Flow, other: Flow | undefined) =>
  other !== undefined && sameWords(node, other);

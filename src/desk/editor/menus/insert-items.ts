import type { Command, EditorState } from 'prosemirror-state';
import type { BlockShape } from '../../protocol/blocks.ts';
import { fitsHere, insertInSentence, insertNode, newBlock } from '../commands/insert-block.ts';
import { toggleList } from '../commands/lists.ts';
import { newTable } from '../commands/tables.ts';
import { toHeading, toQuote } from '../keys.ts';

/** Something that can be put where the cursor is. */
export interface InsertItem {
  label: string;
  /** What it is for, in a sentence. */
  means: string;
  /** Its form has to be filled in first. */
  hasForm: boolean;
  command: Command;
}

/** All that may stand where the cursor is, by the words that somebody typed; the best match first. */
export function insertItems(
  state: EditorState,
  shapes: Iterable<BlockShape>,
  typed: string,
): InsertItem[] {
  const wanted = fold(typed);
  const found = [...proseItems(state), ...blockItems(state, shapes)].flatMap((item) => {
    const label = fold(item.label);
    const rank = label.startsWith(wanted)
      ? 0
      : label.split(' ').some((word) => word.startsWith(wanted))
        ? 1
        : fold(item.means).includes(wanted)
          ? 2
          : undefined;
    return rank === undefined ? [] : [{ item, rank }];
  });
  return found.toSorted((a, b) => a.rank - b.rank).map(({ item }) => item);
}

/* Macrons need not be typed to find a word that has them. */
const fold = (words: string) => words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

function proseItems(state: EditorState): InsertItem[] {
  const items: InsertItem[] = [
    {
      label: 'Heading',
      means: 'Says what the text beneath it is about.',
      hasForm: false,
      command: toHeading(1),
    },
    {
      label: 'Lower heading',
      means: 'A part of what stands under a heading.',
      hasForm: false,
      command: toHeading(2),
    },
    {
      label: 'List',
      means: 'Entries with a mark before each.',
      hasForm: false,
      command: toggleList(false),
    },
    {
      label: 'Numbered list',
      means: 'Steps, in their order.',
      hasForm: false,
      command: toggleList(true),
    },
    {
      label: 'Quotation',
      means: 'Words that somebody else said.',
      hasForm: false,
      command: toQuote,
    },
  ];
  const table = newTable(state.schema);
  if (table && fitsHere('table')(state)) {
    items.push({
      label: 'Plain table',
      means: 'A table without a title.',
      hasForm: false,
      command: insertNode(table),
    });
  }
  return items.filter(({ command }) => command(state));
}

function blockItems(state: EditorState, shapes: Iterable<BlockShape>): InsertItem[] {
  const isEmpty = state.selection.$from.parent.content.size === 0;
  return Array.from(shapes).flatMap((shape): InsertItem[] => {
    const { label, purpose: means } = shape;
    const hasForm = Object.keys(shape.props.properties ?? {}).length > 0;
    const inSentence = insertInSentence(shape);
    const items: InsertItem[] = [];
    if (shape.place !== 'own-line' && inSentence(state)) {
      const where = shape.place === 'either' ? `${label} in the sentence` : label;
      items.push({ label: where, means, hasForm, command: inSentence });
    }
    const table = shape.holds === 'table' ? newTable(state.schema) : undefined;
    const node = table
      ? state.schema.nodes[shape.name]?.create({ props: {} }, table)
      : newBlock(state.schema, shape);
    if (shape.place !== 'sentence' && node && fitsHere(shape.name)(state)) {
      items.push({ label, means, hasForm, command: insertNode(node) });
    }
    // In a line of its own a block is meant for that, in a sentence for the sentence.
    return isEmpty ? items.toReversed() : items;
  });
}

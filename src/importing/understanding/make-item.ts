import { type Block, type Flow, unwritten as at } from '../../document/tree.ts';
import { slug } from '../../document/slug.ts';
import type { Action } from '../../schemas/fields.ts';
import { block, heading, paragraph, trimmedWords } from '../nodes.ts';
import { findDue } from './find-due.ts';
import { findEvents } from './find-events.ts';
import { signOff } from './find-greeting.ts';
import { findKeyDates } from './find-key-dates.ts';
import { findChecklists, findComingUp, findSurvey } from './find-lists.ts';
import { findTables } from './find-tables.ts';
import { matchContacts } from './match-contacts.ts';
import type { Section } from './split-sections.ts';
import type { Understanding } from './understanding.ts';

/** One titled part of a source as an item of an edition. */
export function makeItem(
  title: string,
  action: Action,
  section: Section,
  known: Understanding,
): Block {
  const id = known.anchor(title);
  const due = findDue(section.nodes, action, known);
  let nodes = withoutTitle(section, title, known);
  nodes = levelHeadings(nodes, section.heading.rank, known);
  nodes = signOff(nodes, known);
  nodes = findComingUp(nodes, title, known);
  nodes = findKeyDates(nodes, title, known);
  nodes = findEvents(nodes, title, known);
  nodes = findTables(nodes, known);
  nodes = findChecklists(nodes, known);
  nodes = findSurvey(nodes, title, known);
  nodes = matchContacts(nodes, known);
  if (nodes.length === 0)
    known.notes.toDo.push(`Write the item “${title}”: it has a heading and no words.`);
  return block('Item', { id, title, action, ...(due && { due }) }, nodes);
}

/** A first heading that says the title once more is left out. */
function withoutTitle(
  { nodes, heading: own }: Section,
  title: string,
  known: Understanding,
): Flow[] {
  const [first, ...rest] = nodes;
  if (first?.type !== 'heading') return nodes;
  const words = trimmedWords(first);
  const said = [title, trimmedWords(own), title.replace(/^[^:]+:\s*/, '')].map(slug);
  if (!said.includes(slug(words))) return nodes;
  known.notes.leftOut.push({ words, why: 'a heading that says the title of the item again' });
  return rest;
}

/**
 * Headings within an item or above all items, at most two levels of them, the higher one first.
 * @param above the rank of the heading above them; 0 above all items, where each has an anchor: a second one of the
 *   same words stays in bold
 */
export function levelHeadings(nodes: readonly Flow[], above: number, known: Understanding): Flow[] {
  const ranks = [
    ...new Set(nodes.flatMap((node) => (node.type === 'heading' ? [node.rank] : []))),
  ].toSorted((a, b) => a - b);
  let headed = false;
  return nodes.map((node): Flow => {
    if (node.type !== 'heading') return node;
    const words = trimmedWords(node);
    const anchor = slug(words);
    if (anchor === '' || (above === 0 && known.anchor(words) !== anchor)) {
      known.notes.mended.push(
        `The heading “${words}” stands in bold: another has the same words, or nothing can link to it.`,
      );
      return paragraph([{ type: 'strong', children: node.children, at }]);
    }
    const rank = headed && node.rank > above ? Math.min(2, ranks.indexOf(node.rank) + 1) : 1;
    headed = true;
    return heading(rank, node.children);
  });
}

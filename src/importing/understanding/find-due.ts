import { deadlinesIn } from '../../checks/language/deadlines-in-text.ts';
import type { Flow } from '../../document/tree.ts';
import type { Action } from '../../schemas/fields.ts';
import { trimmedWords } from '../nodes.ts';
import type { Understanding } from './understanding.ts';

/**
 * The last day to do what an item asks for: the one day that its deadlines name, where the item asks for something.
 */
export function findDue(
  nodes: readonly Flow[],
  action: Action,
  { day, notes }: Understanding,
): string | undefined {
  if (action !== 'action-required' && action !== 'have-your-say') return undefined;
  const found = nodes.flatMap((node) => {
    const words = trimmedWords(node);
    return deadlinesIn({ text: words }, day)
      .filter(({ certain, day: due }) => certain && due >= day)
      .map(({ day: due }) => ({ due, words }));
  });
  const days = [...new Set(found.map(({ due }) => due))];
  if (days.length > 1) {
    notes.toDo.push(`Choose the due date: the text has the deadlines ${days.join(' and ')}.`);
  }
  const [first] = found;
  if (!first || days.length !== 1) return undefined;
  notes.proposals.push({
    made: `due="${first.due}"`,
    words: first.words,
    confidence: 'certain',
    because: 'the one deadline that the item names; its sentences stay as they are',
  });
  return first.due;
}

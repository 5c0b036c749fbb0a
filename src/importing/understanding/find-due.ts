import { deadlinesIn } from '../../checks/language/deadlines-in-text.ts';
import type { Flow } from '../../document/tree.ts';
import type { Action } from '../../schemas/fields.ts';
import { trimmedWords } from '../nodes.ts';
import { propose } from './propose.ts';
import type { Understanding } from './understanding.ts';

/**
 * The last day to do what an item asks for: the one day that its deadlines name, where the item asks for something.
 */
export function findDue(
  nodes: readonly Flow[],
  action: Action,
  known: Understanding,
): string | undefined {
  if (action !== 'action-required' && action !== 'have-your-say') return undefined;
  const { day, notes } = known;
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
  const proposal = {
    made: `due="${first.due}"`,
    words: first.words,
    confidence: 'certain' as const,
    because: 'the one deadline that the item names; its sentences stay as they are',
  };
  return propose([proposal], known) ? first.due : undefined;
}

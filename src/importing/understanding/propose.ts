import { createHash } from 'node:crypto';
import type { Proposal } from '../notes.ts';
import type { Understanding } from './understanding.ts';

/**
 * Proposes what is made of words of the source: all that belongs to one block goes together.
 * @returns whether it is to be made; where a person has left it, its words stay prose
 */
export function propose(
  parts: readonly Omit<Proposal, 'id'>[],
  { notes, leave }: Pick<Understanding, 'notes' | 'leave'>,
): boolean {
  const hash = createHash('sha256');
  for (const { made, words } of parts) hash.update(JSON.stringify([made, words]));
  const id = hash.digest('hex').slice(0, 12);
  const taken = !leave.has(id);
  (taken ? notes.proposals : notes.left).push(...parts.map((part) => ({ id, ...part })));
  return taken;
}

import type { Flow } from '../document/tree.ts';
import type { Release } from '../schemas/release.ts';

/** What an entry is made of, in the order in which it is read. */
export interface EntryParts {
  /** Facts that stand before the text: "Status", "Last reviewed". */
  facts?: readonly (readonly [name: string, words: string])[];
  /** The heading of the text, where it needs one. */
  heading?: string;
  nodes: readonly Flow[];
  changes?: Release['changes'];
  history?: readonly { date: string; note: string }[];
}

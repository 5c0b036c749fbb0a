import type { Contact } from '../../schemas/contact.ts';
import type { Notes } from '../notes.ts';

/** What is known while a text is understood. */
export interface Understanding {
  notes: Notes;
  /** The ids of proposals that a person leaves as prose. */
  leave: ReadonlySet<string>;
  /** The day of the document, YYYY-MM-DD: dates without a year are the nearest to it. */
  day: string;
  contacts: ReadonlyMap<string, Contact>;
  /** Gives an anchor that nothing else in the document has. */
  anchor: (words: string) => string;
}

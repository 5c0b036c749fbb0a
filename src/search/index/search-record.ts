import type { Audience } from '../../publication/site.ts';
import type { Part } from '../page-parts.ts';
import type { Precedence } from '../precedence.ts';
import type { ResultKind } from '../result-kinds.ts';

/** One thing that a search can find: a page with its parts, or an item with an anchor of its own. */
export interface SearchRecord {
  /** From the root of the site, with the anchor. */
  url: string;
  title: string;
  kind: ResultKind;
  audiences: readonly Audience[];
  /** Shown under the title: the edition and its date, a status, a last review. */
  note: string;
  words: string;
  /** Parts of the page with anchors of their own, which are for the same readers: a result leads to the best. */
  parts?: readonly Part[];
  /** Other words people look for it with; searched, never shown. */
  aliases: readonly string[];
  /** What a reader sees when it happens, for a known issue. */
  symptom?: string;
  topic?: string | undefined;
  /** Ids of what can be chosen as a status. */
  statuses?: readonly string[];
  /** When it was published, reviewed or last changed. */
  date?: string;
  precedence: Precedence;
}

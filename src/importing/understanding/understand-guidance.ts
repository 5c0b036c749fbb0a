import type { Flow } from '../../document/tree.ts';
import { findPrinciples } from './find-principles.ts';
import { findTables } from './find-tables.ts';
import { levelHeadings } from './make-item.ts';
import { matchContacts } from './match-contacts.ts';
import type { Understanding } from './understanding.ts';

/** The text of a guidance page: its headings, with the rules that begin in bold as principles. */
export const understandGuidance = (nodes: readonly Flow[], known: Understanding): Flow[] =>
  matchContacts(findTables(findPrinciples(levelHeadings(nodes, 0, known), known), known), known);

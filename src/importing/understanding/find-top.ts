import { eachLink } from '../../document/each-link.ts';
import { datesIn } from '../../checks/language/dates-in-text.ts';
import type { Flow } from '../../document/tree.ts';
import { trimmedWords } from '../nodes.ts';
import type { Notes } from '../notes.ts';

/** What stands above the text of a document. */
export interface Top {
  title?: string;
  /** The day it bears, YYYY-MM-DD. */
  day?: string;
  /** The text itself. */
  rest: Flow[];
}

/* A date stands near the title, or it is not that of the document. */
const nearTop = 6;

/**
 * Finds the title and the date of a document, and parts them from its text. What stands before the title is the
 * masthead of a publication, which the site and the bulletin have of their own.
 * @param today a date without a year is the nearest to it
 */
export function findTop(nodes: readonly Flow[], today: string, notes: Notes): Top {
  const titleAt = findTitle(nodes);
  const title = nodes[titleAt];
  const from = titleAt < 0 ? 0 : titleAt + 1;
  const before = nodes.slice(0, from - (titleAt < 0 ? 0 : 1));
  const found: Top = { rest: [] };
  if (title) found.title = trimmedWords(title);
  const takeDate = (node: Flow): boolean => {
    const date = found.day === undefined ? dateLine(node, today) : undefined;
    if (date === undefined) return false;
    found.day = date;
    notes.leftOut.push({ words: trimmedWords(node), why: `the date: ${date}` });
    return true;
  };
  for (const node of before) {
    if (takeDate(node)) continue;
    if (isMasthead(node)) {
      const links = [...eachLink([node])].map(({ to }) => to);
      notes.leftOut.push({
        words: trimmedWords(node),
        links,
        why: 'the masthead: page and bulletin have their own',
      });
    } else found.rest.push(node);
  }
  nodes.slice(from).forEach((node, index) => {
    if (index >= nearTop || !takeDate(node)) found.rest.push(node);
  });
  if (found.day === undefined && title) {
    const [date] = datesIn({ words: trimmedWords(title) }, today).filter(
      ({ yearGiven }) => yearGiven,
    );
    if (date) found.day = date.day;
  }
  return found;
}

/** The first heading of the highest rank, where nothing but a masthead stands before it. */
function findTitle(nodes: readonly Flow[]): number {
  const top = Math.min(...nodes.map((node) => (node.type === 'heading' ? node.rank : 9)));
  const first = nodes.findIndex(({ type }) => type === 'heading');
  const node = nodes[first];
  if (node?.type === 'heading') {
    const alone = nodes.filter((one) => one.type === 'heading' && one.rank === top).length === 1;
    const isName = /\b(?:newsletter|bulletin|update|pānui|news|emaillink|mahi)\b/i.test(
      trimmedWords(node),
    );
    if (first <= nearTop && node.rank === top && (alone || node.rank === 1 || isName)) return first;
  }
  // Plain text: a line alone before everything else.
  const [start] = nodes;
  const words = start?.type === 'paragraph' ? trimmedWords(start) : '';
  const isLine = words !== '' && words.length <= 80 && /[\p{L}\p{N})]$/u.test(words);
  return isLine && !/^(?:kia ora|tēnā|dear|hi|hello|mōrena)\b/i.test(words) ? 0 : -1;
}

const isMasthead = (node: Flow) =>
  node.type === 'paragraph' &&
  trimmedWords(node).length <= 120 &&
  !/[.!?]$/.test(trimmedWords(node));

/** The day of a line that says little else: "8 May 2026", "Issue 26, Friday 8 May 2026", "Date published: 26 June 2026". */
function dateLine(node: Flow, today: string): string | undefined {
  if (node.type !== 'paragraph' && node.type !== 'heading') return undefined;
  // "Issue: 26, 5 August" is no list of two days.
  const words = trimmedWords(node).replace(
    /\b(?:issue|edition|number|no\.?|vol(?:ume)?\.?)\s*:?\s*#?\d+\s*[,|–—-]?\s*/gi,
    '',
  );
  const [date, other] = datesIn({ words }, today);
  if (!date || other || words.length > 80) return undefined;
  const others = (words.slice(0, date.from) + words.slice(date.to))
    .replaceAll(
      /\b(?:issue|edition|number|no|vol(?:ume)?|date|published|sent|term|week|last updated|mins? to read)\b/gi,
      '',
    )
    .replaceAll(/[^\p{L}]+/gu, '');
  return others === '' ? date.day : undefined;
}

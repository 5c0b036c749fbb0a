import { type BlockOf, type Flow, isBlock } from '../../document/tree.ts';

/** One row of key dates: a day, or a period, and what it is about. */
export interface DateRow {
  /** As written: <Day> or <Period>. */
  when: BlockOf<'Day'> | BlockOf<'Period'>;
  /** The first day, YYYY-MM-DD, or a time on it, YYYY-MM-DDTHH:MM. */
  from: string;
  /** The last day or time; of a single day, the same. */
  to: string;
  words: Flow[];
}

/**
 * The rows of key dates in the order of time, whatever order they were written in. An entry that does not
 * begin with a day or a period is none: the integrity check reports it.
 */
export function dateRows({ children }: BlockOf<'Dates'>): DateRow[] {
  const [list] = children;
  const items = list?.type === 'list' ? list.items : [];
  return items
    .flatMap((item) => dateRow(item) ?? [])
    .toSorted((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
}

/** An entry of a list as a row, where it begins with a day or a period and says what it is about. */
export function dateRow([first, ...more]: readonly Flow[]): DateRow | undefined {
  if (first?.type !== 'paragraph') return undefined;
  const [when, ...rest] = first.children;
  if (!when || !(isBlock(when, 'Day') || isBlock(when, 'Period'))) return undefined;
  const [next, ...others] = rest;
  // A colon or a dash that sets the words apart is the business of each rendering.
  const said =
    next?.type === 'text'
      ? [{ ...next, value: next.value.replace(/^[\s:,–—-]+/, '') }, ...others]
      : rest;
  const words: Flow[] = [{ ...first, children: said.filter(hasWords) }, ...more];
  if (said.filter(hasWords).length === 0) return undefined;
  const [from, to] = isBlock(when, 'Day')
    ? [when.props.on, when.props.on]
    : [when.props.from, when.props.to];
  return { when, from, to, words };
}

const hasWords = (node: { type: string; value?: string }) =>
  node.type !== 'text' || node.value !== '';

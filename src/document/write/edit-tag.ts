import { contract } from '../../blocks/contract.ts';
import type { Block } from '../tree.ts';
import type { Edit } from './splice.ts';
import { escapeValue } from './write-tag.ts';

/** The edits that give the tag of `old` the props of `now`: the values that differ, and no more. */
export function editTag(source: string, old: Block, now: Block): Edit[] {
  const { from } = old.at;
  const { values } = old.tag;
  const wanted: ReadonlyMap<string, unknown> = new Map(Object.entries(now.props));
  const had: ReadonlyMap<string, unknown> = new Map(Object.entries(old.props));
  const starts = (key: string) => {
    const head = source.slice(from, values[key]?.from ?? from);
    return from + (/\s+[\w-]+\s*=\s*["']$/.exec(head)?.index ?? head.length);
  };
  // A new prop stands behind the one before it in the contract, as far in as that.
  let end = from + 1 + old.name.length;
  const first = Object.values(values).toSorted((a, b) => a.from - b.from)[0];
  const space = first
    ? (/\s+(?=[\w-]+\s*=\s*["']$)/.exec(source.slice(from, first.from))?.[0] ?? ' ')
    : ' ';
  return Object.keys(contract[now.name].props.shape).flatMap((key): Edit[] => {
    const at = values[key];
    const value = wanted.get(key);
    if (at && typeof value !== 'string') return [{ from: starts(key), to: at.to + 1, text: '' }];
    if (at) {
      end = at.to + 1;
      if (value === had.get(key) || typeof value !== 'string') return [];
      return [{ ...at, text: escapeValue(value).replaceAll("'", single(source, at.from)) }];
    }
    return typeof value === 'string'
      ? [{ from: end, to: end, text: `${space}${key}="${escapeValue(value)}"` }]
      : [];
  });
}

/** A single quotation mark in a value that stands between such marks. */
const single = (source: string, from: number) => (source[from - 1] === "'" ? '&#39;' : "'");

import type { Span, Tag } from './tree.ts';

/**
 * The opening tag that starts at `from`: the parser does not say where it ends, nor where its values stand.
 * @param at where the whole element stands
 */
export function openingTag(source: string, { from, to }: Span): Tag {
  const values: Record<string, Span> = {};
  // A name is taken as a whole or not at all: what is no value is not looked at again from each of its letters.
  const pattern =
    /\s*(?:(?=([A-Za-z][\w-]*))\1(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?|(\/?>)|[^\s>"'])/gy;
  pattern.lastIndex = from + 1;
  for (;;) {
    const match = pattern.exec(source);
    const end = pattern.lastIndex;
    if (!match || end > to) return { to, values };
    const [, name, double, single, close] = match;
    if (close) return { to: end, values };
    const value = double ?? single;
    if (name === undefined || value === undefined) continue;
    const { length } = value;
    values[name] = { from: end - 1 - length, to: end - 1 };
  }
}

import { isMap, isNode, isSeq, type Document } from 'yaml';

type LineAt = (offset: number) => number;

/** Where a key or an entry of a list stands, and what stands within it. */
interface Line {
  line: number;
  within?: ReadonlyMap<string, Line>;
}

/**
 * Finds the line of the key that a path leads to, or of the nearest key above it that exists. It keeps
 * lines alone: the syntax tree is many times larger than the text, and may go.
 */
export function keyLines(
  { contents }: Document,
  lineAt: LineAt,
): (path: readonly PropertyKey[]) => number {
  const top = linesOf(contents, contents, 0, lineAt);
  return (path) => {
    let found = top;
    for (const step of path) {
      const next = found.within?.get(String(step));
      if (!next) break;
      found = next;
    }
    return found.line;
  };
}

/** @param above where stands what it is part of: some values stand nowhere */
function linesOf(named: unknown, value: unknown, above: number, lineAt: LineAt): Line {
  const from = (isNode(named) ? named.range?.[0] : undefined) ?? above;
  const line = lineAt(from);
  const parts = isMap(value)
    ? value.items.map((pair) => [String(pair.key), pair.key, pair.value] as const)
    : isSeq(value)
      ? value.items.map((item, index) => [String(index), item, item] as const)
      : [];
  if (parts.length === 0) return { line };
  const within = new Map(parts.map(([key, at, part]) => [key, linesOf(at, part, from, lineAt)]));
  return { line, within };
}

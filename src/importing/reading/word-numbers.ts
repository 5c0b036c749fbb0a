import type { WordText } from './scan-word.ts';

/** One level of a numbering of Word: ECMA-376, part 1, 17.9. */
interface Level {
  start: number;
  isNumber: boolean;
}

/**
 * The number that Word shows before each numbered paragraph, in their order. It counts on over what stands between
 * two of them, which the conversion to HTML does not.
 */
export function wordNumbers({ numbered }: WordText, numbering: string): number[] {
  const levels = readLevels(numbering);
  const counts = new Map<string, number[]>();
  return numbered.flatMap(({ list, level }) => {
    const own = levels.get(list)?.[level];
    const known = counts.get(list) ?? [];
    counts.set(list, known);
    const next = (known[level] ?? (own?.start ?? 1) - 1) + 1;
    known[level] = next;
    // Deeper levels begin again.
    known.length = level + 1;
    return own?.isNumber ? [next] : [];
  });
}

function readLevels(numbering: string): Map<string, Level[]> {
  const abstract = new Map<string, Level[]>();
  for (const [, id = '', inside = ''] of parts(numbering, 'w:abstractNum', 'w:abstractNumId')) {
    const levels: Level[] = [];
    for (const [, at = '', level = ''] of parts(inside, 'w:lvl', 'w:ilvl')) {
      const format = /<w:numFmt\s[^>]*?w:val="(\w+)"/.exec(level)?.[1] ?? 'decimal';
      levels[Number(at)] = {
        start: Number(/<w:start\s[^>]*?w:val="(\d+)"/.exec(level)?.[1] ?? 1),
        isNumber: format !== 'bullet' && format !== 'none',
      };
    }
    abstract.set(id, levels);
  }
  const lists = new Map<string, Level[]>();
  for (const [, id = '', inside = ''] of parts(numbering, 'w:num', 'w:numId')) {
    const base = /<w:abstractNumId\s[^>]*?w:val="(\d+)"/.exec(inside)?.[1] ?? '';
    const levels = (abstract.get(base) ?? []).map((level) => ({ ...level }));
    for (const [, at = '', change = ''] of parts(inside, 'w:lvlOverride', 'w:ilvl')) {
      const start = /<w:startOverride\s[^>]*?w:val="(\d+)"/.exec(change)?.[1];
      const level = levels[Number(at)];
      if (start !== undefined && level) level.start = Number(start);
    }
    lists.set(id, levels);
  }
  return lists;
}

/** Each element of a name with the value of an attribute and what is inside. */
function* parts(xml: string, name: string, key: string): Generator<[string, string, string]> {
  const opening = new RegExp(`<${name}\\s[^>]*?${key}="(\\d+)"[^>]*>`, 'g');
  for (const match of xml.matchAll(opening)) {
    const end = xml.indexOf(`</${name}>`, match.index);
    if (end < 0) return;
    yield [name, match[1] ?? '', xml.slice(match.index + match[0].length, end)];
  }
}

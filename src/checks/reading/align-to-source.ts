/**
 * Where each character of a parsed text stands in the source it was parsed from: escapes, entities
 * and the marks at the start of continued lines take room in the source and none in the text.
 * @returns an offset for each character of `value` and one for its end, or nothing where they are the same text
 */
export function alignToSource(value: string, raw: string, start: number): number[] | undefined {
  if (raw === value) return undefined;
  const offsets: number[] = [];
  let at = 0;
  for (let index = 0; index < value.length;) {
    const character = value[index] ?? '';
    const entity =
      raw[at] === '&' ? /^&(?:#\d+|#x[\da-f]+|\w+);/i.exec(raw.slice(at, at + 32)) : null;
    if (entity) {
      const width = (value.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
      for (let unit = 0; unit < width; unit++) offsets.push(start + at);
      at += entity[0].length;
      index += width;
      continue;
    }
    const found = nextMatch(raw, at, character);
    offsets.push(start + Math.min(found, raw.length));
    at = found + 1;
    index++;
  }
  offsets.push(start + Math.min(at, raw.length));
  return offsets;
}

/** The next place of `character`, any blank counting as any other. */
function nextMatch(raw: string, from: number, character: string): number {
  const blank = /\s/.test(character);
  for (let at = from; at < raw.length; at++) {
    const here = raw[at] ?? '';
    if (here === '\\' && raw[at + 1] === character) return at + 1;
    if (here === character || (blank && /\s/.test(here))) return at;
    // Nothing but marks of lines and escapes may be passed over.
    if (!/[\s\\>]/.test(here)) return at;
  }
  return raw.length;
}

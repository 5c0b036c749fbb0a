/** A stretch of an example: words at fault, or others. */
export interface Stretch {
  words: string;
  isMarked: boolean;
}

/** Cuts a text where words at fault start and end; each is marked where it stands first. */
export function markFaults(text: string, faults: readonly string[]): Stretch[] {
  const spans: { from: number; to: number }[] = [];
  for (const words of faults) {
    let from = text.indexOf(words);
    while (from >= 0 && spans.some((span) => from < span.to && from + words.length > span.from)) {
      from = text.indexOf(words, from + 1);
    }
    if (from >= 0 && words !== '') spans.push({ from, to: from + words.length });
  }
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    stretches.push({ words: text.slice(at, from), isMarked: false });
    stretches.push({ words: text.slice(from, to), isMarked: true });
    at = to;
  }
  stretches.push({ words: text.slice(at), isMarked: false });
  return stretches.filter(({ words }) => words !== '');
}

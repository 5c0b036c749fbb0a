/**
 * Marks the listed phrases of `kupu.yaml` in the running text of HTML, so that a screen reader says
 * them in te reo Māori wherever they stand: in prose, a title, a list of contents, a meaning (WCAG 2.2,
 * 3.1.2). Left as they are: what is marked already, what cannot hold markup (the head, attributes,
 * options), and code, which shows what somebody typed.
 */
export function markReo(html: string, phrases: readonly string[]): string {
  const listed = reoPattern(phrases);
  if (!listed) return html;
  // Nearly every page has a phrase in its frame and no other: it need not be taken apart.
  const isMarked = (index: number) =>
    /\slang="mi"[^<>]*>\s*$/.test(html.slice(Math.max(0, index - 200), index));
  const found = [...html.matchAll(listed)].map(({ index }) => index).filter((at) => !isMarked(at));
  if (found.length === 0) return html;
  const open: { name: string; leave: boolean }[] = [];
  let next = 0;
  return html.replaceAll(
    piece,
    (whole: string, tag: string | undefined, name: string, at: number) => {
      if (tag === undefined) {
        while ((found[next] ?? Infinity) < at) next++;
        const leave = whole.startsWith('<') || open.at(-1)?.leave === true;
        // Most text has none of them, and need not be looked through once more.
        return leave || (found[next] ?? Infinity) >= at + whole.length
          ? whole
          : whole.replaceAll(listed, '<span lang="mi">$&</span>');
      }
      const element = name.toLowerCase();
      if (tag.startsWith('</')) {
        const at = open.findLastIndex((one) => one.name === element);
        if (at >= 0) open.length = at;
      } else if (!empty.has(element) && !tag.endsWith('/>')) {
        const leave = unmarkable.has(element) || /\slang="mi"/.test(tag);
        // English within te reo Māori is English again.
        const english = /\slang="en/.test(tag);
        open.push({ name: element, leave: leave || (open.at(-1)?.leave === true && !english) });
      }
      return whole;
    },
  );
}

const patterns = new WeakMap<readonly string[], RegExp>();

/** Finds the listed phrases in a text, the longest where several begin; nothing where none is listed. */
export function reoPattern(phrases: readonly string[]): RegExp | undefined {
  if (phrases.length === 0) return undefined;
  const known = patterns.get(phrases) ?? patternOf(phrases);
  patterns.set(phrases, known);
  return known;
}

function patternOf(phrases: readonly string[]): RegExp {
  const any = phrases
    .toSorted((a, b) => b.length - a.length)
    .map((phrase) => escaped(phrase).replaceAll(/\s+/g, '\\s+'))
    .join('|');
  // Looking at the first two letters before what stands in front of them takes a tenth of the time, and at the
  // alphabet before all letters there are half of that.
  const begins = [...new Set(phrases.map((phrase) => escaped(phrase.slice(0, 2))))].join('|');
  return new RegExp(
    `(?=${begins})(?<![a-z])(?<![\\p{L}\\p{M}])(?:${any})(?![\\p{L}\\p{M}])`,
    'giu',
  );
}

const escaped = (words: string) => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A comment, a tag with its name, or the text between two of them. */
const piece = /<!--[^]*?-->|(<\/?([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^>"'])*>)|[^<]+|</gi;

const unmarkable = new Set(
  'head title script style code pre kbd samp textarea option select'.split(' '),
);

const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

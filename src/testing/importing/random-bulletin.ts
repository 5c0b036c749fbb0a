import { randomFrom } from '../random-from.ts';

const words =
  'attendance whānau report mātauranga session invoice support students kura term quarter helpful “quoted” provider’s catchment e.g. Ōtautahi well-known 1,250 $40 20% 4–6 0800 123 456 desk@panui.example'.split(
    ' ',
  );

/** A bulletin of random structure and words, in Markdown: a date, items, lists within lists, tables, links and bold. */
export function randomBulletin(seed: number): string {
  const random = randomFrom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const several = <Value>(most: number, make: (index: number) => Value): Value[] =>
    Array.from({ length: 1 + below(most) }, (_, index) => make(index));
  const word = () => words[below(words.length)] ?? '';
  const phrase = (most = 8) => several(most, word).join(' ');
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const part = () => {
    const kind = below(6);
    if (kind === 0) return `**${phrase(3)}**`;
    if (kind === 1) return `[${phrase(3)}](https://www.education.govt.nz/p${below(1e6)})`;
    return phrase();
  };
  const sentence = () =>
    `${capital(several(3, part).join(' '))} ${below(2) ? 'now' : 'then'}${below(9) === 0 ? '?' : '.'}`;
  const paragraph = () => several(3, sentence).join(' ');
  const entries = (mark: (index: number) => string, indent: string) =>
    several(4, (index) => `${indent}${mark(index)} ${sentence()}`).join('\n');
  const list = () => {
    const start = 1 + below(5);
    if (below(2)) return entries((index) => `${start + index}.`, '');
    return `${entries(() => '-', '')}\n${entries(() => '-', '  ')}`;
  };
  const table = () => {
    const columns = 2 + below(2);
    const row = () => `| ${Array.from({ length: columns }, () => phrase(3)).join(' | ')} |`;
    return [row(), `|${'---|'.repeat(columns)}`, ...several(3, row)].join('\n');
  };
  const content = () => [paragraph, paragraph, list, table][below(4)]?.() ?? '';
  const item = (index: number) =>
    [
      `## Part ${index + 1} ${word()}`,
      ...several(3, content),
      ...(below(3) ? [] : [`### ${capital(phrase(3))}`, paragraph()]),
    ].join('\n\n');
  return ['# Random news', '8 May 2026', paragraph(), ...several(5, item)]
    .join('\n\n')
    .concat('\n');
}

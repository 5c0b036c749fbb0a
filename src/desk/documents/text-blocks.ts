import { frontMatterOf } from '../../document/yaml/front-matter.ts';

/**
 * A text cut into what people see as its blocks: each key of the front matter with what belongs to it, then each
 * stretch without an empty line. Together they are the text again, so that none of it is lost.
 * @param text with Unix line ends
 */
export function textBlocks(text: string): string[] {
  const to = frontMatterOf(text)?.at.to ?? 0;
  const end = to + (to > 0 ? (/^---[ \t]*\n/.exec(text.slice(to))?.[0].length ?? 0) : 0);
  const keys = text.slice(0, end).match(/[^\n]*\n(?:(?:[ \t#]|- )[^\n]*\n)*/g) ?? [];
  const body =
    text
      .slice(keys.join('').length)
      .match(/(?:[^\n]*[^\s][^\n]*(?:\n|$))+(?:[ \t]*\n)*|(?:[ \t]*\n)+/g) ?? [];
  const cut = [...keys, ...body];
  const rest = text.slice(cut.join('').length);
  return rest === '' ? cut : [...cut, rest];
}

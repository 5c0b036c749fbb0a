import type { Notes } from '../notes.ts';
import type { Source } from '../source.ts';
import { parseMarkdown } from './parse-elements.ts';
import { pictureTaker } from './take-picture.ts';
import { readElements } from './read-elements.ts';
import { stateMarkdown } from './state-markdown.ts';

/** Signs of Markdown that nobody types by chance: a heading, a link, words in bold. */
const isMarkdown = /^#{1,6} \S|\]\([^)\s]+\)|(?<![*\w])\*\*\S[^*\n]*\*\*/m;

/**
 * A text as it was typed: Markdown where it has marks of Markdown, else plain text, whose characters mean
 * themselves but for the bullets and numbers of its lists.
 * @param name what its pictures are called after
 */
export function readMarkdown(written: string, file: string, notes: Notes): Source {
  const format = isMarkdown.test(written) ? 'markdown' : 'text';
  const markdown = withBullets(
    format === 'text' ? escapePlain(written) : withoutFrontMatter(written, notes),
  );
  const { takePicture, pictures } = pictureTaker(file, notes, new Map());
  const flow = readElements(parseMarkdown(markdown, file), { notes, takePicture });
  return {
    format,
    flow,
    stated: stateMarkdown(format === 'text' ? markdown : written, file),
    pictures,
  };
}

/** The characters of plain text that Markdown gives a meaning; lines lose what would make code of them. */
const escapePlain = (written: string): string =>
  written
    .replaceAll(/[\\`<&]|\*(?!\s)|(?<=\S)\*|\[|\]/g, '\\$&')
    .replaceAll(/(?<!\p{L})_|_(?!\p{L})/gu, '\\_')
    .replaceAll(/^(?:[ \t]*)([=~#]|-{2,}\s*$)/gm, '\\$1')
    .replaceAll(/^[ \t]{4,}(?![-+*•·▪◦‣✓✔]\s|\d{1,3}[.)]\s)/gm, '   ');

/** Bullets that Markdown does not know, at the start of a line, as one that it does. */
const withBullets = (text: string): string =>
  text.replaceAll(/^([ \t]*)[•·▪◦‣●○■□➢✓✔☐☑]\s+(?=\S)/gm, '$1- ');

/** Keys that some programs put first, which another program reads. */
function withoutFrontMatter(written: string, notes: Notes): string {
  const top = /^---\n([^]*?)\n---\n/.exec(written);
  if (!top) return written;
  for (const line of (top[1] ?? '').split('\n')) {
    if (line.trim() !== '')
      notes.leftOut.push({ words: line, why: 'front matter of another program' });
  }
  return written.slice(top[0].length);
}

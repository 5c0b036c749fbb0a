/** Parts that are there, with an empty line between them. */
export const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n\n');

/** An entry of a list: the mark before its first line, the other lines level with its words. */
export const bulleted = (words: string, mark = '- '): string => mark + hanging(words, mark.length);

/** Every line moved in, two spaces unless told otherwise. */
export const indented = (words: string, by = 2): string => ' '.repeat(by) + hanging(words, by);

const hanging = (words: string, by: number) => words.replaceAll('\n', `\n${' '.repeat(by)}`);

/**
 * Wraps text at 72 characters for reading in a mail program. A line that starts with spaces or a
 * list mark continues level with its words. Addresses stand alone on their lines and are never cut.
 */
export const wrapped = (text: string, width = 72): string =>
  text
    .split('\n')
    .map((line) => wrapLine(line, width))
    .join('\n');

function wrapLine(line: string, width: number): string {
  if (line.length <= width) return line;
  const [lead = ''] = /^ *(?:- |\[ \] |\d+\. )?/.exec(line) ?? [];
  const lines: string[] = [];
  let current = lead;
  for (const word of line.slice(lead.length).split(' ')) {
    const fits = current.length + 1 + word.length <= width;
    if (current.trim() === '' || current === lead) current += word;
    else if (fits) current += ` ${word}`;
    else {
      lines.push(current);
      current = ' '.repeat(lead.length) + word;
    }
  }
  return [...lines, current].join('\n');
}

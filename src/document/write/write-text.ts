import { plainText } from '../plain-text.ts';
import { splice } from './splice.ts';

/**
 * A file with another text, as somebody typed it. The lines at its start and its end that say the same keep each byte,
 * and all of them its line ends.
 * @param original the file as it is on disk, decoded
 */
export function writeText(original: string, text: string): string {
  const [before, after] = [plainText(original), plainText(text)];
  if (before === after) return original;
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start += 1;
  start = before.lastIndexOf('\n', start - 1) + 1;
  let end = 0;
  while (end < least - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return splice(original, [
    { from: start, to: before.length - end, text: after.slice(start, after.length - end) },
  ]);
}

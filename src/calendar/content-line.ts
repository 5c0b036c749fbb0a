const limit = 75;

/**
 * A line of a calendar file, folded so that none is longer than 75 octets (RFC 5545, 3.1) and no
 * character is cut in two: "ā" takes two octets.
 */
export function contentLine(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > limit) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].map((one) => `${one}\r\n`).join('');
}

/** Words as a value of type TEXT (RFC 5545, 3.3.11). */
export const asText = (words: string): string =>
  words.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n?|\n/g, '\\n');

/** Words kept on one line: spaces become no-break spaces, as in phone numbers and "8 May". */
export const keepTogether = (words: string): string => words.replaceAll(/\s/g, '\u00a0');

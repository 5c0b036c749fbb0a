/** A text as everything here reads it: in NFC, with Unix line ends, without the mark that some programs put first. */
export const plainText = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .normalize('NFC');

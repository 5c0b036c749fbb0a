import type { Flow } from '../document/tree.ts';

/** What kinds of file can be imported. */
export const formats = {
  docx: 'a Word document',
  eml: 'a mail message',
  html: 'a web page',
  markdown: 'Markdown',
  text: 'plain text',
} as const;

export type Format = keyof typeof formats;

/** What a source says, taken from it without any understanding, to hold the draft against. */
export interface Stated {
  /** Its words, a passage for each paragraph, heading, entry and cell. */
  passages: string[];
  /** The addresses of its links, as written. */
  links: string[];
}

/** A picture that came with a source. */
export interface Picture {
  /** Its name in the folder of files. */
  name: string;
  bytes: Uint8Array;
}

/** A file as it was read: prose alone, whose headings have ranks from 1 and whose links may lead anywhere. */
export interface Source {
  format: Format;
  flow: Flow[];
  stated: Stated;
  pictures: Picture[];
  /** What its envelope says, where it has one. */
  title?: string | undefined;
  /** The day it was sent, YYYY-MM-DD in New Zealand. */
  day?: string | undefined;
}

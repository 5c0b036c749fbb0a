import { fileKindOf, type FileKind } from './file-kinds.ts';
import type { Drawing } from './read-drawing.ts';
import { filePath } from './file-path.ts';

/** A file that documents link to or show: the folder `files` beside them holds it. */
export interface ContentFile {
  /** What documents call it: "invoice-checklist.pdf". */
  name: string;
  /** The absolute path of the file. */
  file: string;
  kind: FileKind;
  bytes: number;
  /** The size in pixels, of a picture that can be shown. */
  pixels?: { width: number; height: number };
  /** The drawing that pages show in its place: the file of the same name that ends with .svg. */
  drawing?: Drawing;
  /** Why it cannot be published, to be said wherever it is used. */
  fault?: { expected: string; found: string; remedy: string };
}

/** What a reader is told before opening a file: "[PDF, 460 KB]" (NZ Government Web Usability Standard). */
export const fileLabel = ({ kind, bytes }: Pick<ContentFile, 'kind' | 'bytes'>): string =>
  `[${kind}, ${fileSize(bytes)}]`;

/** Whole kilobytes, of 1,000 bytes, and from a million on megabytes with one decimal: never less than it is. */
export function fileSize(bytes: number): string {
  const kilobytes = Math.max(1, Math.ceil(bytes / 1000));
  return kilobytes < 1000 ? `${kilobytes} KB` : `${Math.ceil(kilobytes / 100) / 10} MB`;
}

/** Whether words end with a label such as "[PDF, 460 KB]", of one kind or of any. */
export const isLabelled = (words: string, kind = '[A-Za-z]+'): boolean =>
  new RegExp(`\\[${kind}, [\\d.,]+ [KM]B\\]$`).test(words.trim());

/** What kind of file an address leads to, in the words of a label; undefined for a page. */
export const kindOfAddress = (to: string): FileKind | undefined =>
  fileKindOf(/^[^?#]*/.exec(to)?.[0] ?? '');

/** The file of ours that a link leads to; a place in it may be named after "#". */
export const fileAt = (
  to: string,
  files: ReadonlyMap<string, ContentFile>,
): ContentFile | undefined =>
  isFileAddress(to) ? files.get(to.slice(filePath('').length).replace(/#.*$/, '')) : undefined;

/** Whether an address is one of the folder of files. */
export const isFileAddress = (to: string): boolean => to.startsWith(filePath(''));

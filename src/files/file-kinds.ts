/** The endings of files that people download, and of pictures, with the word that readers know each by. */
const kinds = {
  pdf: 'PDF',
  doc: 'Word',
  docx: 'Word',
  xls: 'Excel',
  xlsx: 'Excel',
  ppt: 'PowerPoint',
  pptx: 'PowerPoint',
  csv: 'CSV',
  zip: 'ZIP',
  png: 'PNG',
  jpg: 'JPEG',
  jpeg: 'JPEG',
} as const;

export type FileKind = (typeof kinds)[keyof typeof kinds];

/** What a file must start with to be what its name says; text has no such mark. */
const beginnings: { readonly [Kind in FileKind]?: readonly string[] } = {
  PDF: ['25504446'],
  Word: ['504b0304', 'd0cf11e0'],
  Excel: ['504b0304', 'd0cf11e0'],
  PowerPoint: ['504b0304', 'd0cf11e0'],
  ZIP: ['504b0304'],
  PNG: ['89504e470d0a1a0a'],
  JPEG: ['ffd8ff'],
};

const endingOf = (name: string) => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';

const isEnding = (ending: string): ending is keyof typeof kinds => Object.hasOwn(kinds, ending);

/** The kind of a file by its name. */
export function fileKindOf(name: string): FileKind | undefined {
  const ending = endingOf(name);
  return isEnding(ending) ? kinds[ending] : undefined;
}

/** Whether the first bytes of a file are those of its kind. */
export const isOfKind = (bytes: Buffer, kind: FileKind): boolean =>
  bytes.length > 0 &&
  (beginnings[kind]?.some((mark) => bytes.toString('hex', 0, mark.length / 2) === mark) ?? true);

/** Kinds of picture that some mail programs or browsers do not show, by their endings. */
const unshown: Readonly<Record<string, string>> = {
  webp: 'WebP',
  avif: 'AVIF',
  svg: 'SVG',
  gif: 'GIF',
  heic: 'HEIC',
  tif: 'TIFF',
  tiff: 'TIFF',
  bmp: 'BMP',
};

/** What to call a picture of a kind that is not taken; undefined for every other file. */
export const unshownPicture = (name: string): string | undefined => unshown[endingOf(name)];

/** Every ending that is taken, for messages. */
export const endings: readonly string[] = Object.keys(kinds);

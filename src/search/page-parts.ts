/** A part of a page with a heading and an anchor of its own, such as a principle of guidance. */
export interface Part {
  /** The anchor, without its sign. */
  id: string;
  title: string;
  words: string;
}

/* Stands in the text of a record where a part begins: a private letter, which no index has as a word. */
const beginning = '\uE000';

/** The text of a page and its parts as one, which `readParts` takes apart again. */
export const joinParts = (words: string, parts: readonly Part[]): string =>
  [words, ...parts.map((part) => part.words)].join(` ${beginning} `);

/** What the index keeps of the parts besides, and finds them by: their anchors and titles. */
export const nameParts = (parts: readonly Part[]): string =>
  parts.map(({ id, title }) => `#${id} ${title}`).join('\n');

/** A page and its parts, as the index gives them back. */
export interface IndexedPage {
  title: string;
  /** What else people call it. */
  aliases: string;
  /** Those outside its parts. */
  words: string;
  parts: readonly Part[];
}

/** Takes apart what `joinParts` and `nameParts` put together. */
export function readParts({
  content,
  meta,
}: {
  content: string;
  meta: Readonly<Record<string, string>>;
}): IndexedPage {
  const [words = '', ...texts] = content.split(beginning).map((piece) => piece.trim());
  const { title = '', aliases = '', parts: names = '' } = meta;
  const parts = names.split('\n').flatMap((name, at): Part[] => {
    const [, id, heading] = /^#(\S+) (.*)$/.exec(name) ?? [];
    return id && heading ? [{ id, title: heading, words: texts[at] ?? '' }] : [];
  });
  return { title, aliases, words, parts };
}

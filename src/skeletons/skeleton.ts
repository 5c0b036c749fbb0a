import type { Collection } from '../content/collections.ts';
import type { Content } from '../content/content.ts';
import type { Problem } from '../problems/problem.ts';
import type { Audience } from '../publication/site.ts';
import type { Correction } from '../schemas/correction.ts';

/** What somebody wants to begin. */
export interface Wish {
  /** The title, or of a release its system; empty for a kind that takes none. */
  name: string;
  /** The day they gave, YYYY-MM-DD. */
  on?: string | undefined;
  /** Of a correction: what it puts right. */
  corrects?: Correction['corrects'] | undefined;
  /** Of an edition: the one it starts from, by its day, or "last". */
  from?: string | undefined;
}

/** What the content folder holds already. */
export interface Shelf {
  content: Content;
  /** What is wrong in it. */
  problems: readonly Problem[];
  /** The absolute path of the content folder. */
  folder: string;
  /** The names of all documents of the kind in lower case, also of those that cannot be read. */
  taken: ReadonlySet<string>;
  /** The present day in New Zealand, YYYY-MM-DD. */
  today: string;
}

/** A document to begin with. */
export interface Skeleton {
  /** The name of its file without the ending. */
  id: string;
  /** The day it is dated, YYYY-MM-DD. */
  day: string;
  /** Why that day, where nobody gave it, to complete "Friday 12 June 2026, …". */
  why?: string;
  /**
   * The front matter, and what stands below it with an empty line between each. Words of people are in
   * front matter and tags alone, which the writer escapes; the sentences are ours and stand here as the
   * author is to see them, since as a tree of nodes they would take three times as much to read.
   */
  parts: readonly string[];
  /** Who gets it by email; left out of a kind that nobody does. */
  audiences?: readonly Audience[];
  /** The absolute path of a document that has to be mended too. */
  alsoMend?: string;
  /** What was carried over from another document and what was not, each a sentence. */
  carried?: readonly string[];
}

/** A kind of document that can be begun with a skeleton. */
export interface Kind<Name extends Collection = Collection> {
  collection: Name;
  /** What people call one: "newsletter". */
  word: string;
  /** What it is named by, with an example as it is typed; nothing where its day names it. */
  name?: { is: 'title' | 'system'; example: string };
  /** Whether it puts something right, which has to be said. */
  corrects?: true;
  /** Whether it can start from another of its kind. */
  startsFrom?: true;
  /** How to get another file than one that is there, to complete "Go on with it, or …". */
  another: string;
  /** @throws {BadInput} where what is wished for cannot be */
  begin: (wish: Wish, shelf: Shelf) => Skeleton;
}

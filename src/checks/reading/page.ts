import type { Bulletin } from '../../schemas/bulletin.ts';
import type { Content } from '../../content/content.ts';
import type { Collection } from '../../content/collections.ts';
import type { Newsletter } from '../../schemas/newsletter.ts';
import type { Correction } from '../../schemas/correction.ts';
import type { Guidance } from '../../schemas/guidance.ts';
import type { KnownIssue } from '../../schemas/known-issue.ts';
import type { Release } from '../../schemas/release.ts';
import type { WordList } from '../../schemas/word-list.ts';
import type { Document } from '../../content/content.ts';
import type { Span } from '../../document/tree.ts';
import type { Problem } from '../../problems/problem.ts';

/*
 * What the checks read: every file of the content folder as its author wrote it, with the place
 * of each word. It is made from the tree that the renderings start from (src/document/tree.ts).
 */

/** A stretch of a file, counted in UTF-16 units from its start, as editors count columns. */
export interface Place {
  page: Page;
  from: number;
  to: number;
  /** The words that a reader gets of it, where it is part of a passage: they may be written otherwise. */
  reads?: string;
}

/** What a passage is part of. */
export type PassageKind = 'paragraph' | 'heading' | 'entry' | 'quotation' | 'field';

/** A run of words that reads as one: a paragraph, a heading, a list entry, a title in a tag. */
export interface Passage {
  kind: PassageKind;
  /** The words as a reader gets them; dates and contacts stand as they are printed. */
  text: string;
  /** The same length, with everything an author did not write as plain words blanked out by "￼". */
  words: string;
  /** As `words`, with quotations blanked out too: what somebody else said is left alone. */
  unquoted: string;
  language: 'en' | 'mi';
  /** Of a field: its prop, or the keys that lead to it: "title", "bulletins.schools.subject". */
  field?: string;
  /** The block it stands directly in, or whose prop it is. */
  block?: BlockUse;
  /** The item of an edition that it is part of. */
  item?: BlockUse;
  /** The heading it stands under, within its item. */
  under?: string;
  /** Of a heading: the number of "#". */
  depth?: number;
  /** Parts in bold, as stretches of `text`. */
  bold: readonly { from: number; to: number }[];
  place: (from?: number, to?: number) => Place;
}

/** A link in a text, or in a prop of a block. */
export interface LinkUse {
  to: string;
  /** Its words, as `text` of a passage. */
  words: string;
  /** "text" where it is written in the running text, or the name of the block that makes it. */
  by: string;
  passage?: Passage;
  /** Where its words start and end in the passage. */
  span?: { from: number; to: number };
  item?: BlockUse;
  place: Place;
}

/** A block as written: its props are what stands in the tag, parsed or not. */
export interface BlockUse {
  name: string;
  props: Readonly<Record<string, string>>;
  /** The opening tag. */
  place: Place;
  parent?: BlockUse;
  /** The place of the value of a prop, or of the tag where it has none. */
  prop: (name: string) => Place;
}

/** A list and its entries; an entry that starts with something else than words has none. */
export interface ListUse {
  ordered: boolean;
  entries: readonly (Passage | undefined)[];
  /** The passage straight before it, which introduces it. */
  before?: Passage;
  /** The passage straight after it. */
  after?: Passage;
  block?: BlockUse;
}

export type PageKind =
  Collection | 'contacts' | 'glossary' | 'kupu' | 'words' | 'help' | 'pages' | 'other';

/** One file of the content folder. */
export interface Page {
  /** The absolute path. */
  file: string;
  kind: PageKind;
  id: string;
  /** The text in NFC with Unix line ends. */
  source: string;
  /** In the order of the file; fields of the front matter first. */
  passages: readonly Passage[];
  links: readonly LinkUse[];
  blocks: readonly BlockUse[];
  lists: readonly ListUse[];
  /** What the vocabulary does not have: of a tag on lines of its own the tags alone. */
  refused: readonly Span[];
  /** Where its text starts, after the front matter; of a list, where that ends. */
  textFrom: number;
  /** The value of a front matter key as written: `field('date')`. */
  field: (name: string) => { value: string; place: Place } | undefined;
  /** The front matter, or the whole of a list, as data: text as written, whether or not it is right. */
  data: () => unknown;
  /** Where its text cannot be parsed, so that only its front matter was read. */
  unparsed?: true;
  /** The checked data, where the front matter is right. */
  newsletter?: Document<Newsletter>;
  correction?: Document<Correction>;
  guidance?: Document<Guidance>;
  knownIssue?: Document<KnownIssue>;
  release?: Document<Release>;
  /** Of an edition or a correction: its bulletins as the last build left them. */
  bulletins?: readonly Bulletin[];
  /** The day the document speaks from, YYYY-MM-DD: of an edition its date. */
  asAt?: string;
  /** Of an edition or a correction: the day it is to be sent, where that is not its date. */
  sendDay?: string;
}

/** What the schemas made of a document. */
export type PageDocuments = Pick<
  Page,
  'newsletter' | 'correction' | 'guidance' | 'knownIssue' | 'release' | 'asAt' | 'sendDay'
>;

/** A file of the content folder that the checks read. */
export interface LibraryFile {
  /** The absolute path. */
  file: string;
  kind: PageKind;
  id: string;
}

/** A day on which something is to be sent, where that is not its date. */
export interface Planned {
  /** YYYY-MM-DD. */
  day: string;
  /** Which editions and corrections; left out, the newest edition. */
  ids?: readonly string[] | undefined;
}

/** The content folder as the checks see it: everything but the pages, which are read in turn. */
export interface Library {
  folder: string;
  /** In the order in which they are read: editions and corrections first, oldest first. */
  files: readonly LibraryFile[];
  /** By file. */
  documents: ReadonlyMap<string, PageDocuments>;
  /** Without the texts of its documents. */
  content: Content;
  planned?: Planned | undefined;
  /** The lines of the acknowledgements in the front matter, by file. */
  ackLines: ReadonlyMap<string, readonly number[]>;
  /** Every page of the site with its anchors. */
  siteMap: ReadonlyMap<string, ReadonlySet<string>>;
  /** The addresses of documents that cannot be read yet: what they hold is not known. */
  unreadable: readonly string[];
  words: WordList;
  /** What the schemas and the parser refuse. */
  problems: readonly Problem[];
  /** By which it is known whether a file still says what it said; drafts too. */
  read: Content['read'];
  /** Where the last build left its bulletins, to check them too. */
  out?: string | undefined;
}

/** Where a document stands between its first word and its readers. */
export type DocumentState = keyof typeof stateWords;

/** What people read for it, in the order of a life. */
export const stateWords = {
  unreadable: 'Cannot be read',
  draft: 'Draft',
  ready: 'Ready',
  approved: 'Approved',
  scheduled: 'Scheduled',
  sending: 'Being sent',
  sent: 'Sent',
  published: 'Published',
  due: 'Due for review',
} as const;

/** What kinds of document the desk lists, in the order of their use, and what each is called. */
export const kindWords = {
  newsletters: 'Editions',
  corrections: 'Corrections',
  guidance: 'Guidance',
  knownIssues: 'Known issues',
  releases: 'Releases',
  earlierGuidance: 'Earlier wordings of guidance',
  pages: 'Pages of the site',
  help: 'Authors’ guide',
  lists: 'Lists',
} as const;

export type DeskKind = keyof typeof kindWords;

/** A document as the desk lists it. */
export interface DeskDocument {
  /** Its path in the content folder, with "/": "newsletters/2026-05-08.mdx". */
  path: string;
  kind: DeskKind;
  title: string;
  state: DocumentState;
  /** What else there is to say of how it stands, as a sentence; empty for nothing. */
  note: string;
  /** The day that counts for it, YYYY-MM-DD; empty where it has none. */
  day: string;
  /** What it can be found by, folded. */
  words: string;
}

/** The address of the page on which a document is written. */
export const writeAddress = (path: string): string => `/desk/write/${path}`;

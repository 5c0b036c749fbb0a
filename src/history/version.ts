/** A text that a document had, as somebody saved it. */
export interface Version {
  /** Names it among those of its document. */
  id: string;
  /** Who saved it. */
  by: string;
  /** When, in UTC or with its zone. */
  at: string;
  /** What they said of it, or what the desk did. */
  words: string;
}

/** The change that a document went through when it was saved. */
export interface Change {
  /** The absolute path. */
  file: string;
  /** The path in the content folder, with "/". */
  path: string;
  /** Who saved it; empty where they did not say. */
  by: string;
  at: Date;
  /** The whole file before and after. */
  before: string;
  after: string;
}

/** Where the texts that a document had are found. */
export interface History {
  /** Newest first, at most a hundred. */
  versions: () => Promise<Version[]>;
  /** The whole text; nothing where there is no such version. */
  text: (id: string) => Promise<string | undefined>;
}

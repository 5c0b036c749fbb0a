/** One collection as a feed, for everybody or for one audience. */
export interface Feed {
  /** Never changes (RFC 4287, 4.2.6). */
  id: string;
  title: string;
  description: string;
  /** The page that shows the same, absolute. */
  page: string;
  /** The feed's own addresses, absolute. */
  atom: string;
  json: string;
  /** Newest first. */
  entries: readonly FeedEntry[];
}

/** One document in a feed. */
export interface FeedEntry {
  /** Never changes. */
  id: string;
  title: string;
  /** Absolute. */
  url: string;
  summary: string;
  /** The whole text as HTML; its links are absolute. */
  html: string;
  /** Days in New Zealand, YYYY-MM-DD. */
  published: string;
  updated: string;
  tags: readonly string[];
  /** Facts for programs, in JSON Feed only: custom objects whose names start with "_". */
  facts?: Readonly<Record<`_${string}`, unknown>>;
}

/* What an import says about what it did: everything that is not in the draft as it stood in the source. */

/** How sure the evidence of a proposal is. */
export type Confidence = 'certain' | 'likely' | 'a guess';

/** Words or a link of the source that the draft does not have, or has in another form. */
export interface LeftOut {
  /** As they stood in the source. */
  words: string;
  /** Addresses that went with them. */
  links?: readonly string[] | undefined;
  /** Why, or what became of them, to complete "…: ". */
  why: string;
}

/** A block or a value that was made of words of the source; a person can take it or write it as prose. */
export interface Proposal {
  /** The same in every import of the same source; of all that belongs to one block the same. */
  id: string;
  /** What was made: `<Session start="2026-05-19T11:00" …>`. */
  made: string;
  /** The words it was made of. */
  words: string;
  links?: readonly string[] | undefined;
  confidence: Confidence;
  /** The evidence, as a clause. */
  because: string;
}

/** Everything that there is to say, in the order of the source. */
export interface Notes {
  leftOut: LeftOut[];
  proposals: Proposal[];
  /** What a person has left as prose. */
  left: Proposal[];
  /** What is in the draft in another form, each a sentence; nothing of it is missing. */
  mended: string[];
  /** What a person still has to do, each a sentence. */
  toDo: string[];
  /** Where the contents list of the source and its headings differ, each a sentence. */
  contents: string[];
}

export const newNotes = (): Notes => ({
  leftOut: [],
  proposals: [],
  left: [],
  mended: [],
  toDo: [],
  contents: [],
});

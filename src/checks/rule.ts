import type { Library, Page, Place } from './page.ts';

/** error: must be mended before sending; warning: mend or acknowledge; advice: consider. */
export type Severity = 'error' | 'warning' | 'advice';

/** What a rule looks at. */
export type Runs = 'front matter' | 'text' | 'links' | 'set' | 'bulletin';

/** One place where a rule fails. */
export interface Fault {
  at: Place;
  /** What is wrong, as a sentence in plain words. */
  message: string;
  /** The right text, or what to do, where it is known. */
  suggestion?: string | undefined;
  /** What to put in place of the words at fault: only where that cannot change the meaning. */
  fix?: string | undefined;
  /** Where this fault weighs less or more than its rule. */
  severity?: Severity | undefined;
}

/** A short text that shows a rule failing or passing: the body of an edition of 8 May 2026, or whole files. */
export type Example = string | Readonly<Record<string, string>>;

interface Declaration {
  id: string;
  severity: Severity;
  runs: Runs;
  /** Why it matters, in one sentence for authors. */
  why: string;
  /** While a document is a draft its faults are counted, and nothing more. */
  placeholder?: true;
  /** An example that fails, and the words at fault. */
  failing: { example: Example; finds: readonly string[] };
  passing: Example;
}

/** A rule that looks at one document at a time. */
export interface PageRule extends Declaration {
  check: (page: Page, library: Library) => Iterable<Fault>;
}

/**
 * A rule that compares documents with each other. It reads them once, one after the other, and
 * keeps only what it needs of those before: so a thousand documents need no more memory than ten.
 */
export interface SetRule extends Declaration {
  /** Starts a reading. What comes back takes each page in turn, editions first, oldest first. */
  compare: (library: Library) => (page: Page) => Iterable<Fault>;
}

export type Rule = PageRule | SetRule;

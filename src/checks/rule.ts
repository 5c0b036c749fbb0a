import { z } from 'zod';
import type { Spot } from './finding.ts';
import type { Library, Page, Place } from './reading/page.ts';
import type { Severity } from './severity.ts';

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

/** A fault in a page that is not at hand any more. */
export type NotedFault = Omit<Fault, 'at' | 'fix'> & { at: Spot };

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
 * A rule that compares documents with each other. It notes what it needs of each page, and compares
 * the notes: so a thousand documents need no more memory than ten, and several threads can read them.
 */
export interface SetRule extends Declaration {
  /** What is to be compared of a page, as plain data; nothing where the page has nothing of it. */
  note: (page: Page) => unknown;
  /** Starts a comparison. Call what it returns with each note, editions first, oldest first. */
  compare: (library: Library) => (note: unknown) => Iterable<NotedFault>;
}

/** Declares such a rule, so that what it notes is what it compares. */
export function setRule<Note>({
  compare,
  ...rule
}: Declaration & {
  note: (page: Page) => Note | undefined;
  compare: (library: Library) => (note: Note) => Iterable<NotedFault>;
}): SetRule {
  // A note may come from another thread, but always from this rule: to look into it would find nothing.
  const own = z.custom<Note>((note) => note !== undefined);
  return {
    ...rule,
    compare: (library) => {
      const read = compare(library);
      return (note) => read(own.parse(note));
    },
  };
}

export type Rule = PageRule | SetRule;

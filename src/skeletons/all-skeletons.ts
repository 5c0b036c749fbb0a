import type { Collection } from '../content/collections.ts';
import { correction } from './correction.ts';
import { guidance } from './guidance.ts';
import type { Kind } from './skeleton.ts';
import { knownIssue } from './known-issue.ts';
import { newsletter } from './newsletter.ts';
import { release } from './release.ts';

/* Types refuse a collection that nothing begins. */
const byCollection: { readonly [Name in Collection]: Kind<Name> } = {
  newsletters: newsletter,
  guidance,
  knownIssues: knownIssue,
  releases: release,
  corrections: correction,
};

/** Every kind of document that can be begun, in the order of their use. */
export const kinds: readonly Kind[] = Object.values(byCollection);

/** What people call them. */
export const kindWords: readonly string[] = kinds.map(({ word }) => word);

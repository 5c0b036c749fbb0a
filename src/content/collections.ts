import { guidanceSchema } from '../schemas/guidance.ts';
import { knownIssueSchema } from '../schemas/known-issue.ts';
import { newsletterSchema } from '../schemas/newsletter.ts';
import { releaseSchema } from '../schemas/release.ts';

/** The kinds of document: a folder of MDX files and the schema of their front matter. */
export const collections = {
  newsletters: { folder: 'newsletters', schema: newsletterSchema },
  guidance: { folder: 'guidance', schema: guidanceSchema },
  knownIssues: { folder: 'known-issues', schema: knownIssueSchema },
  releases: { folder: 'releases', schema: releaseSchema },
} as const;

export type Collection = keyof typeof collections;

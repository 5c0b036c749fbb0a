import { basename } from 'node:path';
import { contactsFileSchema } from '../schemas/contact.ts';
import { correctionSchema } from '../schemas/correction.ts';
import { glossaryFileSchema } from '../schemas/glossary.ts';
import { guidanceSchema } from '../schemas/guidance.ts';
import { helpSchema } from '../schemas/help.ts';
import { knownIssueSchema } from '../schemas/known-issue.ts';
import { kupuFileSchema } from '../schemas/kupu.ts';
import { newsletterSchema } from '../schemas/newsletter.ts';
import { ownPageSchema } from '../schemas/own-page.ts';
import { publicationSchema } from '../schemas/publication.ts';
import { releaseSchema } from '../schemas/release.ts';
import { wordsFileSchema } from '../schemas/word-list.ts';

/* A file named by a day, in a folder named by a page: how that page read until that day. */
const dated = /^[^/]+\/\d{4}-\d{2}-\d{2}\.mdx$/;
const fileName = (path: string) => basename(path, '.mdx');

/** The kinds of document: a folder of MDX files and the schema of their front matter. */
export const collections = {
  newsletters: { folder: 'newsletters', schema: newsletterSchema, idOf: fileName },
  corrections: { folder: 'corrections', schema: correctionSchema, idOf: fileName },
  guidance: {
    folder: 'guidance',
    schema: guidanceSchema,
    holds: (path: string) => !dated.test(path),
    idOf: fileName,
  },
  /** Wordings that no longer hold: `guidance/<page>/<last day>.mdx`. */
  earlierGuidance: {
    folder: 'guidance',
    schema: guidanceSchema,
    holds: (path: string) => dated.test(path),
    idOf: (path: string) => path.slice(0, -'.mdx'.length),
  },
  knownIssues: { folder: 'known-issues', schema: knownIssueSchema, idOf: fileName },
  releases: { folder: 'releases', schema: releaseSchema, idOf: fileName },
  /** The authors' guide. */
  help: { folder: 'help', schema: helpSchema, idOf: fileName },
  /** The site's own pages. */
  pages: { folder: 'pages', schema: ownPageSchema, idOf: fileName },
} as const;

/** The collections that have feeds: guidance that no longer holds is not news. */
export const withFeeds = ['newsletters', 'guidance', 'knownIssues', 'releases'] as const;

/** A kind of document with a list and feeds of its own. */
export type Collection = Exclude<keyof typeof collections, 'earlierGuidance' | 'help' | 'pages'>;

/** The files beside the documents, each a list of its own. */
export const lists = {
  'site.yaml': publicationSchema,
  'contacts.yaml': contactsFileSchema,
  'glossary.yaml': glossaryFileSchema,
  'kupu.yaml': kupuFileSchema,
  'words.yaml': wordsFileSchema,
} as const;

import { defineCollection } from 'astro:content';
import { collections as kinds } from './content/collections.ts';
import { documents, record, records } from './integration/collection-loader.ts';
import { contactSchema } from './schemas/contact.ts';
import { publication } from './publication/site.ts';
import { termSchema } from './schemas/glossary.ts';
import { kupuFileSchema } from './schemas/kupu.ts';
import { publicationSchema } from './schemas/publication.ts';
import { wordsFileSchema } from './schemas/word-list.ts';

/* The loaders read nothing themselves: every command reads with the same reader (src/content/reading). */
export const collections = {
  newsletters: defineCollection({
    loader: documents('newsletters'),
    schema: kinds.newsletters.schema,
  }),
  corrections: defineCollection({
    loader: documents('corrections'),
    schema: kinds.corrections.schema,
  }),
  guidance: defineCollection({ loader: documents('guidance'), schema: kinds.guidance.schema }),
  'earlier-guidance': defineCollection({
    loader: documents('earlierGuidance'),
    schema: kinds.earlierGuidance.schema,
  }),
  'known-issues': defineCollection({
    loader: documents('knownIssues'),
    schema: kinds.knownIssues.schema,
  }),
  releases: defineCollection({ loader: documents('releases'), schema: kinds.releases.schema }),
  help: defineCollection({ loader: documents('help'), schema: kinds.help.schema }),
  pages: defineCollection({ loader: documents('pages'), schema: kinds.pages.schema }),
  contacts: defineCollection({ loader: records('contacts'), schema: contactSchema }),
  glossary: defineCollection({ loader: records('glossary'), schema: termSchema }),
  kupu: defineCollection({ loader: record('kupu', ({ kupu }) => kupu), schema: kupuFileSchema }),
  words: defineCollection({
    loader: record('words', ({ words }) => words),
    schema: wordsFileSchema,
  }),
  site: defineCollection({
    loader: record('site', () => publication()),
    schema: publicationSchema,
  }),
};

/** The collections of documents as Astro knows them, and as the content that was read does. */
export const kindOfCollection = {
  newsletters: 'newsletters',
  corrections: 'corrections',
  guidance: 'guidance',
  'earlier-guidance': 'earlierGuidance',
  'known-issues': 'knownIssues',
  releases: 'releases',
  help: 'help',
  pages: 'pages',
} as const;

/** What Astro calls a collection of documents. */
export type CollectionName = keyof typeof kindOfCollection;

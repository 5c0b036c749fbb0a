/** The kinds of thing a search finds, in the order the filters list them. */
export const resultKinds = {
  guidance: { singular: 'Guidance', plural: 'Guidance' },
  'known-issue': { singular: 'Known issue', plural: 'Known issues' },
  newsletter: { singular: 'Newsletter', plural: 'Newsletters' },
  correction: { singular: 'Correction', plural: 'Corrections' },
  release: { singular: 'Release', plural: 'Releases' },
  contact: { singular: 'Contact', plural: 'Contacts' },
  page: { singular: 'Page', plural: 'Pages' },
  term: { singular: 'Word', plural: 'Words we use' },
} as const;

export type ResultKind = keyof typeof resultKinds;

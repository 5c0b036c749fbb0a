import type { Audience } from '../site.ts';

/** The address of every page, from the root of the site. Links are made here and nowhere else. */
export const paths = {
  home: '/',
  newsletters: '/newsletters/',
  newsletter: (edition: string) => `/newsletters/${edition}/`,
  newsletterFor: (edition: string, audience: Audience) => `/newsletters/${edition}/${audience}/`,
  actions: '/actions/',
  actionsFor: (audience: Audience) => `/actions/${audience}/`,
  events: '/events/',
  guidanceList: '/guidance/',
  guidance: (id: string) => `/guidance/${id}/`,
  earlierGuidance: (id: string, date: string) => `/guidance/${id}/${date}/`,
  knownIssues: '/known-issues/',
  knownIssue: (id: string) => `/known-issues/${id}/`,
  releases: '/releases/',
  release: (id: string) => `/releases/${id}/`,
  contacts: '/contacts/',
  contact: (id: string) => `/contacts/#${id}`,
  glossary: '/glossary/',
  search: '/search/',
  accessibility: '/accessibility/',
  privacy: '/privacy/',
  copyright: '/copyright/',
} as const;

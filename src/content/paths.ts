import { filePath } from '../files/file-path.ts';
import type { Audience } from '../publication/site.ts';

/** The address of every page, from the root of the site. Links are made here and nowhere else. */
export const paths = {
  home: '/',
  newsletters: '/newsletters/',
  newsletter: (edition: string) => `/newsletters/${edition}/`,
  newsletterFor: (edition: string, audience: Audience) => `/newsletters/${edition}/${audience}/`,
  corrections: '/corrections/',
  correction: (id: string) => `/corrections/${id}/`,
  correctionFor: (id: string, audience: Audience) => `/corrections/${id}/${audience}/`,
  whatsOn: '/whats-on/',
  whatsOnFor: (audience: Audience) => `/whats-on/${audience}/`,
  /* Addresses that people have kept; they lead to what is on. */
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
  feeds: '/feeds/',
  feed: (collection: string, format: 'xml' | 'json', audience?: Audience) =>
    `/feeds/${audience ? `${audience}/` : ''}${collection}.${format}`,
  calendar: (audience: Audience) => `/calendar/${audience}.ics`,
  /** `page` is the address of the document that announces the event. */
  eventCalendar: (page: string, event: string) => `/calendar${page}${event}.ics`,
  sessionCalendar: (page: string, event: string, session: string) =>
    `/calendar${page}${event}/${session}.ics`,
  /** A file of the folder `files`, by its name. */
  file: filePath,
  /** The picture that stands for a page where somebody shares its address. */
  shareImage: (page: string) => `/share${page === '/' ? '/home' : page.replace(/\/$/, '')}.png`,
  sitemap: '/sitemap.xml',
  search: '/search/',
  help: '/help/',
  helpPage: (id: string) => `/help/${id}/`,
  helpKeys: '/help/keys/',
  helpBlocks: '/help/blocks/',
  helpChecks: '/help/checks/',
  /** A page of the site's own that has no more than its text. */
  ownPage: (id: string) => `/${id}/`,
  accessibility: '/accessibility/',
  privacy: '/privacy/',
  copyright: '/copyright/',
} as const;

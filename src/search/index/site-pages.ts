import { paths } from '../../content/paths.ts';
import { audienceIds } from '../../publication/site.ts';
import type { SearchRecord } from './records.ts';

/** Pages of the site that are no document, with what people call them. */
const pages = [
  [paths.newsletters, 'Newsletters', 'Every edition, newest first.', ['archive', 'bulletins']],
  [paths.corrections, 'Corrections', 'What our newsletters got wrong.', ['errata', 'mistakes']],
  [paths.guidanceList, 'Guidance', 'Standing advice on every topic, kept true.', ['advice']],
  [paths.knownIssues, 'Known issues', 'The faults we know of.', ['bugs', 'outages', 'problems']],
  [paths.releases, 'Releases', 'What each release changed.', ['release notes', 'change log']],
  [paths.contacts, 'Contacts', 'Whom to ask, and what for.', ['contact us', 'call', 'email us']],
  [
    paths.feeds,
    'Subscribe',
    'By email, in your calendar or in a feed reader.',
    ['sign up', 'mailing list', 'rss', 'atom', 'webcal'],
  ],
  [paths.glossary, 'Words we use', 'Acronyms and terms.', ['glossary', 'acronyms', 'definitions']],
  [
    paths.accessibility,
    'Accessibility',
    'How this site is made so that everybody can use it.',
    ['screen reader', 'large print', 'other formats'],
  ],
  [
    paths.privacy,
    'Privacy',
    'What we know about you when you read this site or get our bulletins.',
    ['personal information', 'cookies', 'tracking', 'unsubscribe'],
  ],
  [paths.copyright, 'Copyright', 'How you may use the words on this site.', ['licence', 'reuse']],
] as const;

/** The site's own pages as things to find. */
export const sitePageRecords = (): SearchRecord[] =>
  pages.map(([url, title, words, aliases]) => ({
    url,
    title,
    kind: 'page',
    audiences: audienceIds,
    note: '',
    words,
    aliases,
    precedence: 'reference',
  }));

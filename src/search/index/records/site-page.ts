import { paths } from '../../../content/paths.ts';
import { audienceIds } from '../../../publication/site.ts';
import type { Content } from '../../../content/content.ts';
import type { SearchRecord } from '../search-record.ts';
import { sharedBy } from '../shared-by.ts';
import { ended, searchedWords } from '../searched-words.ts';

/** Pages of the site that are no document, with what people call them. */
const pages = [
  [paths.newsletters, 'Newsletters', 'Every edition, newest first.', ['archive', 'bulletins']],
  [paths.corrections, 'Corrections', 'What our newsletters got wrong.', ['errata', 'mistakes']],
  [
    paths.whatsOn,
    'What’s on',
    'Sessions and due dates week by week, with school terms and public holidays.',
    ['events', 'actions', 'calendar', 'dates', 'school holidays', 'term dates'],
  ],
  [paths.guidanceList, 'Guidance', 'Standing advice on every topic, kept true.', ['advice']],
  [paths.knownIssues, 'Known issues', 'The faults we know of.', ['bugs', 'outages', 'problems']],
  [paths.releases, 'Releases', 'What each release changed.', ['release notes', 'change log']],
  [
    paths.feeds,
    'Subscribe',
    'By email, in your calendar or in a feed reader.',
    ['sign up', 'mailing list', 'rss', 'atom', 'webcal'],
  ],
  [paths.glossary, 'Words we use', 'Acronyms and terms.', ['glossary', 'acronyms', 'definitions']],
] as const;

/** The site's own pages as things to find: what stands in lists, and what staff wrote. */
export const sitePageRecords = (content: Content): SearchRecord[] =>
  [...pages, ...content.pages.map((page) => ownPage(page, content))].map(
    ([url, title, words, aliases]) => ({
      url,
      title,
      kind: 'page',
      audiences: audienceIds(),
      note: '',
      words,
      aliases,
      precedence: 'reference',
    }),
  );

const ownPage = ({ id, data, body }: Content['pages'][number], content: Content) =>
  [
    paths.ownPage(id),
    data.title,
    `${ended(data.lead)} ${searchedWords(sharedBy(audienceIds(), body), content)}`,
    data.aliases,
  ] as const;

import { paths } from '../../../content/paths.ts';
import { audienceIds } from '../../../publication/site.ts';
import type { Flow } from '../../../document/tree.ts';
import type { Content } from '../../../content/content.ts';
import type { Precedence } from '../../precedence.ts';
import type { SearchRecord } from '../search-record.ts';
import { sharedBy } from '../shared-by.ts';
import { ended, searchedWords } from '../searched-words.ts';

type Row = readonly [url: string, title: string, words: string, aliases: readonly string[]];

/** Pages of the site that are no document, with what people call them. */
const pages: readonly Row[] = [
  [
    paths.newsletters,
    'Newsletters',
    'Every edition, newest first.',
    `archive, newsletter archive, bulletins, old newsletters, past newsletters, past bulletins, earlier editions,
    previous editions, back issues`.split(/,\s+/),
  ],
  [
    paths.events,
    'Events',
    'Sessions you can come to, and those that have been.',
    ['what’s on', 'upcoming sessions', 'upcoming events', 'all sessions', 'calendar'],
  ],
  [
    paths.actions,
    'Actions',
    'Everything that we ask you to do, by the day it is due.',
    ['to do', 'what do I need to do', 'what do I have to do', 'deadlines', 'due dates', 'tasks'],
  ],
  [paths.corrections, 'Corrections', 'What our newsletters got wrong.', ['errata', 'mistakes']],
  [paths.guidanceList, 'Guidance', 'Standing advice on every topic, kept true.', ['advice']],
  [
    paths.knownIssues,
    'Known issues',
    'The faults we know of.',
    ['bugs', 'faults', 'outages', 'problems', 'list of bugs', 'list of faults', 'system status'],
  ],
  [paths.releases, 'Releases', 'What each release changed.', ['release notes', 'change log']],
  [
    paths.feeds,
    'Subscribe',
    `By email, in your calendar or in a feed reader. Each email has a link to change what you get, or to stop. A
    calendar has every session and every due date; a feed has what is new and what has changed.`,
    `sign up, mailing list, get emails, stop emails, rss, rss feed, feeds, atom, json feed, webcal, ics, ical,
    calendar, add to calendar`.split(/,\s+/),
  ],
  [paths.glossary, 'Words we use', 'Acronyms and terms.', ['glossary', 'acronyms', 'definitions']],
];

/** The authors’ guide, which readers of the publication seldom want. */
const guide: readonly Row[] = [
  [paths.help, 'Authors’ guide', 'How to write an edition, check it and send it.', ['help pages']],
  [paths.helpKeys, 'Keys', 'What stands at the top of each kind of document, key by key.', []],
  [paths.helpBlocks, 'Blocks', 'Every block, what it takes, and a worked example of each.', []],
  [paths.helpChecks, 'The rules of the checks', 'Every rule, and the reason for it.', []],
];

/** The site's own pages as things to find: what stands in lists, what staff wrote, and the authors' guide. */
export const sitePageRecords = (content: Content): SearchRecord[] => [
  ...pages.map((row) => recordOf(row, 'reference')),
  ...content.pages.map(({ id, data, body }) =>
    recordOf(
      [
        paths.ownPage(id),
        data.title,
        `${ended(data.lead)} ${searchedWords(sharedBy(audienceIds(), body), content)}`,
        data.aliases,
      ],
      'reference',
    ),
  ),
  ...guide.map((row) => recordOf(row, 'guide')),
  ...content.help.map(({ id, data, body }) =>
    recordOf(
      [
        paths.helpPage(id),
        data.title,
        // What its examples say is no answer to a reader.
        `${ended(data.summary)} ${searchedWords(headingsIn(body), content)}`,
        [],
      ],
      'guide',
    ),
  ),
];

const headingsIn = (nodes: readonly Flow[]) => nodes.filter(({ type }) => type === 'heading');

const recordOf = ([url, title, words, aliases]: Row, precedence: Precedence): SearchRecord => ({
  url,
  title,
  kind: 'page',
  audiences: audienceIds(),
  note: '',
  words: words.replaceAll(/\s+/g, ' '),
  aliases,
  precedence,
});

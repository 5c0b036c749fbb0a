import { newsletterSchema } from '../../schemas/newsletter.ts';
import { edition, guidance, knownIssue, type Files } from './write-content.ts';

/*
 * What contradicts itself or another document, and what authors are told.
 * Used by tests only. Read the messages aloud when you change one.
 */

const event = (start: string, end: string) =>
  `<Event id="hui" title="Hui" audience="Schools" mode="online" sameContent="no">\n\n<Session id="one" start="${start}" end="${end}" />\n\n</Event>`;

/** A fault, the files that have it, and the messages. */
export const badOrder: [fault: string, files: Files, messages: string[]][] = [
  [
    'a session that ends before it begins',
    { 'newsletters/2026-05-08.mdx': edition(event('2026-05-19T11:45', '2026-05-19T11:00')) },
    [
      'newsletters/2026-05-08.mdx:11: Expected <Session> with an end after its start. Found start 2026-05-19T11:45 and end 2026-05-19T11:00. Correct one of them.',
    ],
  ],
  [
    'whole days that end before they begin, a time without its end, and a day with a time',
    {
      'newsletters/2026-05-08.mdx': edition(
        event('2026-05-20', '2026-05-19').replace(
          '<Session',
          '<Session id="two" start="2026-05-19T11:00" />\n\n<Session id="three" start="2026-05-19" end="2026-05-19T11:00" />\n\n<Session id="four" start="19 May" />\n\n<Session id="five" start="2026-02-30T11:00" end="2026-05-20" />\n\n<Session',
        ),
      ),
    },
    [
      'newsletters/2026-05-08.mdx:11: Expected "end" in <Session>: when the session ends, such as 2026-05-19T11:45. Found no "end". Add end="…".',
      'newsletters/2026-05-08.mdx:13: Expected an end as the start is written: both with a time, or both as days. Found end="2026-05-19T11:00" in <Session>. Write end="…" with an end as the start is written: both with a time, or both as days.',
      'newsletters/2026-05-08.mdx:15: Expected a date written 2026-05-15, or a date and time written 2026-05-15T17:00. Found start="19 May" in <Session>. Write start="…" with a date written 2026-05-15, or a date and time written 2026-05-15T17:00.',
      'newsletters/2026-05-08.mdx:17: Expected a date that exists. Found start="2026-02-30T11:00" in <Session>. Write start="…" with a date that exists.',
      'newsletters/2026-05-08.mdx:19: Expected <Session> with an end after its start. Found start 2026-05-20 and end 2026-05-19. Correct one of them.',
    ],
  ],
  [
    'a place of what nobody goes to',
    {
      'newsletters/2026-05-08.mdx': edition(
        event('2026-05-19', '2026-05-19')
          .replace('mode', 'place="Te Papa" mode')
          .replace(' start', ' place="Room 2" start'),
      ),
    },
    [
      'newsletters/2026-05-08.mdx:9: Expected a place only where people meet, in an event with mode="in-person". Found place="Te Papa" in an event online. Write mode="in-person", or take the place out.',
      'newsletters/2026-05-08.mdx:11: Expected a place only where people meet, in an event with mode="in-person". Found place="Room 2" in an event online. Write mode="in-person", or take the place out.',
    ],
  ],
  [
    'an outage that ends as it starts, and one with one time',
    {
      'newsletters/2026-05-08.mdx': edition(
        'Away <Period from="2026-06-12T18:00" to="2026-06-12T18:00" />.\n\nAway <Period from="2026-06-12T18:00" to="2026-06-15" />.',
      ),
    },
    [
      'newsletters/2026-05-08.mdx:9: Expected <Period> with "to" after "from". Found from 2026-06-12T18:00 to 2026-06-12T18:00. Correct one of them, or swap the two.',
      'newsletters/2026-05-08.mdx:11: Expected a "to" as "from" is written: both with a time, or both as days. Found to="2026-06-15" in <Period>. Write to="…" with a "to" as "from" is written: both with a time, or both as days.',
    ],
  ],
  [
    'a period that runs backwards',
    {
      'newsletters/2026-05-08.mdx': edition(
        'It covers <Period from="2026-04-02" to="2026-01-01" />.',
      ),
    },
    [
      'newsletters/2026-05-08.mdx:9: Expected <Period> with "to" on or after "from". Found from 2026-04-02 to 2026-01-01. Correct one of them, or swap the two.',
    ],
  ],
  [
    'a review before the last review, and an update before the first report',
    {
      'guidance/families.mdx': guidance('Hi.').replace('2027-05-03', '2026-04-30'),
      'known-issues/ki-001.mdx': knownIssue.replace('2026-05-07', '2026-03-31'),
    },
    [
      'guidance/families.mdx:8: Expected "nextReview" on or after 1 May 2026. Found 30 April 2026. Correct one of the two dates.',
      'known-issues/ki-001.mdx:9: Expected "lastUpdated" on or after 1 April 2026. Found 31 March 2026. Correct one of the two dates.',
    ],
  ],
  [
    'an alias that two documents claim',
    {
      'guidance/families.mdx': guidance('Hi.').replace('owner:', 'aliases: [No Cases]\nowner:'),
      'known-issues/ki-001.mdx': knownIssue.replace('related:', 'aliases: [no cases]\nrelated:'),
    },
    [
      'known-issues/ki-001.mdx:12: Expected an alias that no other document claims. Found "no cases", which families claims too. Keep it where the reader finds the answer, and remove it from the other.',
    ],
  ],
  [
    'an earlier wording of a page that is not there',
    { 'guidance/family/2026-04-30.mdx': guidance('Hi.') },
    [
      'guidance/family/2026-04-30.mdx:1: Expected the id of a guidance page: families. Found "family". Add it to the folder guidance, or name another guidance page.',
    ],
  ],
  [
    'ids and links in one file beside a fault in another, without blaming what could not be read',
    {
      'newsletters/2026-05-08.mdx': edition('Hi.').replace('summary:', 'sumary:'),
      'guidance/families.mdx': guidance(
        'Read [the edition](/newsletters/2026-05-08/) and [that](/nowhere/).',
      ).replace('service-desk', 'nobody'),
    },
    [
      'guidance/families.mdx:6: Expected the id of a contact: service-desk. Found "nobody". Add it to contacts.yaml, or name another contact.',
      'guidance/families.mdx:10: Expected a page of this site. Found a link to /nowhere/. Open the page in the site and copy its address from there.',
      `newsletters/2026-05-08.mdx:3: Expected only these keys: ${Object.keys(newsletterSchema.shape).join(', ')}. Found "sumary". Write "summary" if that is what you meant.`,
    ],
  ],
];

import { formatDate } from '../../../dates/format.ts';
import { asUtc } from '../../../dates/plain-date.ts';
import { datesIn } from '../../language/dates-in-text.ts';
import { addressesIn, findIn, touches } from '../../language/find-in.ts';
import { isMailed } from '../../reading/is-mailed.ts';
import { timesIn } from '../../language/times-in-text.ts';
import type { PageRule } from '../../rule.ts';

const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';
const numbers =
  /(?<![\d/.])\d{1,2}\/\d{1,2}\/\d{4}(?!\d)|(?<![\d/.-]|\b(?:version|release|section|v)\s?)(?:\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})|\d{1,2}[.-]\d{1,2}[.-](?:20\d{2}|\d{2})|(?<=\b(?:on|by|before|until|from|day,?) )\d{1,2}\/\d{1,2})(?![\d/-])/gi;
const ordinal = new RegExp(`\\b(?<day>\\d{1,2})(?:st|nd|rd|th)(?: of)? (?<month>${month})\\b`, 'g');
const american = new RegExp(
  `\\b(?<month>${month})\\.? (?<day>\\d{1,2})(?:(?:st|nd|rd|th)?,? (?<year>\\d{4})\\b|(?:st|nd|rd|th)\\b)`,
  'g',
);
const shortYear = new RegExp(`\\b\\d{1,2} ${month} [’']?\\d{2}\\b(?![\\d:.]|\\s*(?:am|pm|%))`, 'g');

export default {
  id: 'date/ambiguous',
  severity: 'error',
  runs: 'text',
  why: '05/08 is a day in August here and a day in May elsewhere; a date without its year is wrong a year later.',
  failing: {
    example:
      'Due 08/05/26, or on February 22, 2011, or on the 3rd of May. It began on 20 October. It runs 1/7/2026-30/6/2027.',
    finds: ['08/05/26', '1/7/2026', '30/6/2027', 'February 22, 2011', '3rd of May', '20 October'],
  },
  passing:
    'Due 8 May 2026. The quarter ran from 1 January to 2 April 2026, in the 2026/27 year, open 24/7. Version 12.5.26 is out.',
  *check(page) {
    const { passages, asAt, kind } = page;
    for (const passage of passages) {
      const addresses = [...addressesIn(passage), ...timesIn(passage.words)];
      for (const found of findIn(passage, numbers)) {
        if (touches(found, addresses)) continue;
        yield { at: found.place, ...inFigures(found.text, asAt) };
      }
      for (const found of findIn(passage, american)) {
        const right = [found.groups['day'], inFull(found.groups['month']), found.groups['year']]
          .filter(Boolean)
          .join(' ');
        yield {
          at: found.place,
          message: `“${found.text}”: in New Zealand the day comes first.`,
          suggestion: right,
          fix: found.quoted ? undefined : right,
        };
      }
      for (const found of findIn(passage, ordinal)) {
        const right = `${found.groups['day']} ${found.groups['month']}`;
        yield {
          at: found.place,
          message: `Write “${right}”, not “${found.text}”.`,
          suggestion: right,
          fix: found.quoted ? undefined : right,
        };
      }
      for (const found of findIn(passage, shortYear)) {
        yield {
          at: found.place,
          message: `“${found.text}” has only the end of the year.`,
          suggestion: 'Write the year with four figures.',
        };
      }
      if (asAt === undefined || !isMailed({ kind })) continue;
      for (const date of datesIn(passage, asAt)) {
        const days = Math.abs(asUtc(date.day).getTime() - asUtc(asAt).getTime()) / 86_400_000;
        const rest = passage.words.slice(date.to, date.to + 40);
        if (
          date.yearGiven ||
          days <= 60 ||
          /^\s*(?:–|-|to|and|until)\s*(?:\w+day\s+)?\d{1,2} \p{L}+ \d{4}/u.test(rest)
        )
          continue;
        yield {
          at: passage.place(date.from, date.to),
          severity: 'warning',
          message:
            'This date is more than two months from the date of the edition, and has no year.',
          suggestion: `${formatDate(date.day)}, if that is the one`,
        };
      }
    }
  },
} satisfies PageRule;

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

const inFull = (written = '') =>
  months.find((name) => name.startsWith(written.slice(0, 3))) ?? written;

/** What is wrong with "26/6" or "08/05/26", and the day it is when the day comes first. */
function inFigures(written: string, asAt: string | undefined) {
  const [first = 0, second = 0, third] = written.split(/[/.-]/).map(Number);
  const year = third ?? Number(asAt?.slice(0, 4));
  const name = months[second - 1];
  const meant = `${first} ${name} ${year < 100 ? 2000 + year : year}`;
  const known = name !== undefined && first <= 31 && Number.isFinite(year);
  return {
    message:
      first <= 12 && second <= 12
        ? `“${written}” is one day here and another one elsewhere.`
        : `“${written}” makes readers count months.`,
    suggestion: known
      ? `${meant}, if the day comes first`
      : 'Write the day, the month in full and the year: 8 May 2026.',
  };
}

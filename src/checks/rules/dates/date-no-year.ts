import { asUtc, weekdayOf } from '../../../dates/plain-date.ts';
import { datesIn, type WrittenDate } from '../../language/dates-in-text.ts';
import { isMailed } from '../../reading/is-mailed.ts';
import type { PageRule } from '../../rule.ts';

export default {
  id: 'date/no-year',
  severity: 'advice',
  runs: 'text',
  why: 'A newsletter is found again years later, and a date without its year is a riddle then.',
  failing: {
    example:
      'Join us on Tuesday 19 May.\n\nCome on 12 or 14 May.\n\nWe are closed from 29 May to 2 June.',
    finds: ['Tuesday 19 May', '12 or 14 May', '29 May to 2 June'],
  },
  passing: 'Join us on <Day on="2026-05-19" />. It ran from 1 January to 2 April 2026.',
  *check({ kind, passages, asAt }) {
    if (!isMailed({ kind }) || asAt === undefined) return;
    for (const passage of passages) {
      if (passage.kind === 'field') continue;
      const dates = datesIn(passage, asAt);
      if (dates.some(({ yearGiven }) => yearGiven)) continue;
      for (const phrase of phrasesOf(dates, passage.words)) {
        // Other rules say more of a wrong weekday, and of a day far away.
        const saidElsewhere = ({ day, weekday }: WrittenDate) =>
          Math.abs(asUtc(day).getTime() - asUtc(asAt).getTime()) / 86_400_000 > 60 ||
          (weekday && weekday.index !== weekdayOf(day));
        if (phrase.dates.some(saidElsewhere)) continue;
        yield { at: passage.place(phrase.from, phrase.to), ...inFull(phrase) };
      }
    }
  },
} satisfies PageRule;

/** Dates that are written as one: "8 or 9 December", "24 December to 5 January". */
interface Phrase {
  from: number;
  to: number;
  dates: WrittenDate[];
  range: boolean;
}

const upTo = /^\s*(?:–|-|to\b|until\b)\s*$/;

function phrasesOf(dates: readonly WrittenDate[], words: string): Phrase[] {
  const phrases: Phrase[] = [];
  for (const date of dates) {
    const last = phrases.at(-1);
    const range = last?.dates.length === 1 && upTo.test(words.slice(last.to, date.from));
    if (last && (range || last.from === date.from)) {
      last.dates.push(date);
      last.to = date.to;
      last.range =
        last.dates.length === 2 &&
        (range || /\d\s*(?:–|-|to\b)/.test(words.slice(last.from, last.to)));
    } else phrases.push({ from: date.from, to: date.to, dates: [date], range: false });
  }
  return phrases;
}

function inFull({ dates, range }: Phrase): { message: string; suggestion: string } {
  const [first, ...others] = dates.map(({ day }) => day);
  if (range) {
    return {
      message: 'These dates have no year.',
      suggestion: `<Period from="${first}" to="${others.at(-1)}" />, which prints the year`,
    };
  }
  return {
    message: others.length > 0 ? 'These dates have no year.' : 'This date has no year.',
    suggestion: `<Day on="${first}" />, which prints the weekday and the year${others.length > 0 ? '; one for each day' : ''}`,
  };
}

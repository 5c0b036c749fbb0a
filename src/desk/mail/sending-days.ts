import { formatLongDate } from '../../dates/format.ts';
import { addDays } from '../../dates/plain-date.ts';
import { schoolTermOn } from '../../dates/school-terms.ts';
import { closureOn } from '../../dates/working-days.ts';

/** A day on which something can be sent, with what one has to know of it. */
export interface SendingDay {
  day: string;
  /** "Friday 8 May 2026", and why people are away where they are. */
  words: string;
  /** "Term 2, week 3", "School holidays", or nothing for a year whose terms are not known. */
  term: string;
}

/** The days of the next weeks from `first` on, YYYY-MM-DD in New Zealand. */
export const sendingDays = (first: string, count = 56): SendingDay[] =>
  Array.from({ length: count }, (_, at) => {
    const day = addDays(first, at);
    const closure = closureOn(day);
    const away = closure === undefined ? '' : `: ${closure.why}`;
    return { day, words: `${formatLongDate(day)}${away}`, term: termOf(day) };
  });

function termOf(day: string): string {
  const term = schoolTermOn(day);
  if (term === undefined) return '';
  return term === 'holidays' ? 'School holidays' : `Term ${term.term}, week ${term.week}`;
}

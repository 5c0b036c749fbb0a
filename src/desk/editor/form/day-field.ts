import { formatLongDate } from '../../../dates/format.ts';
import { isRealDate } from '../../../dates/plain-date.ts';
import { schoolTermOn } from '../../../dates/school-terms.ts';
import { publicHoliday } from '../../../dates/public-holidays.ts';
import { make } from '../make-element.ts';
import type { Control, FieldOrder } from './control.ts';

/** A day from a calendar, or a day with a time; beneath it the weekday and the school term. */
export function dayField({ id, change }: FieldOrder, asked: 'day' | 'time'): Control {
  const element = make('input', { type: asked === 'day' ? 'date' : 'datetime-local' });
  const more = make('p', { class: 'field-more', id: `${id}-day` });
  const tell = () => {
    more.textContent = describeDay(element.value.slice(0, 10));
  };
  element.addEventListener('input', () => {
    tell();
    change(element.value);
  });
  return {
    element,
    more,
    show: (value) => {
      if (element.value !== value) element.value = value;
      tell();
    },
  };
}

/** "Friday 15 May 2026, week 4 of Term 2", with the public holiday where there is one. */
export function describeDay(day: string): string {
  if (!isRealDate(day)) return '';
  const term = schoolTermOn(day);
  const when =
    term === undefined
      ? undefined
      : term === 'holidays'
        ? 'school holidays'
        : `week ${term.week} of Term ${term.term}`;
  return [formatLongDate(day), when, publicHoliday(day)].filter(Boolean).join(', ');
}

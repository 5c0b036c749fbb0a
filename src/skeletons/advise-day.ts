import { closureOn } from '../dates/working-days.ts';
import { isSchoolHoliday } from '../dates/school-terms.ts';
import { formatLongDate } from '../dates/format.ts';
import type { Audience } from '../publication/site.ts';

/**
 * What speaks against a day, each a sentence; nothing of it forbids the day.
 * @param today the present day in New Zealand
 * @param audiences who is sent something on that day, if anybody is
 */
export function adviseDay(day: string, today: string, audiences: readonly Audience[]): string[] {
  if (audiences.length === 0) return [];
  const closure = closureOn(day);
  const said = `${formatLongDate(day)} is`;
  return [
    ...(day < today ? [`${formatLongDate(day)} has passed.`] : []),
    ...(closure ? [`${said} ${closure.why}.`] : []),
    ...(audiences.includes('schools') && isSchoolHoliday(day)
      ? [`${said} between terms, when few people are at school.`]
      : []),
  ];
}

import { dayAt } from '../../dates/new-zealand.ts';
import { day } from '../../schemas/fields.ts';

/** A day as 2026-05-08 or, as spreadsheets here write it, 8/05/2026; undefined for anything else. */
export function readDay(text: string): string | undefined {
  if (text === '') return '';
  const [, dayOfMonth = '', month = '', year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso =
    year === undefined ? text : `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  return day.safeParse(iso).success ? iso : undefined;
}

/**
 * The day of a moment as systems write it: 2026-05-08, 8/05/2026, 2026/05/08 09:12:31, or, with a zone,
 * the day in New Zealand at that moment. Undefined for anything else, and for nothing.
 */
export function dayOf(text: string): string | undefined {
  const [first = ''] = text.trim().split(/[T ,]/);
  const written = readDay(first.replace(/^(\d{4})\/(\d{2})\/(\d{2})$/, '$1-$2-$3'));
  if (written === undefined || written === '') return undefined;
  return /T.*Z$/.test(text) && !Number.isNaN(Date.parse(text)) ? dayAt(new Date(text)) : written;
}

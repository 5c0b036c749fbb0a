import { isWholeDay } from '../dates/format.ts';
import { localTimeAt } from '../dates/new-zealand.ts';
import { addDays } from '../dates/plain-date.ts';

/** A session as people's calendars were told of it. */
export interface ToldSession {
  uid: string;
  /** New Zealand wall-clock times, YYYY-MM-DDTHH:MM, or the first and the last of whole days. */
  start: string;
  end: string;
  sequence: number;
}

/** The entries of a calendar file that `calendarFile` wrote, whole days among them. */
export function toldSessions(file: string): ToldSession[] {
  const lines = file.replaceAll('\r\n ', '').split('\r\n');
  const told: ToldSession[] = [];
  let entry = new Map<string, string>();
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') entry = new Map();
    const [, name = '', value = ''] = /^([A-Z]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    entry.set(name, value);
    if (line !== 'END:VEVENT') continue;
    const [uid, start, end] = ['UID', 'DTSTART', 'DTEND'].map((key) => entry.get(key) ?? '');
    if (!uid || !start || !end) continue;
    const sequence = Number(entry.get('SEQUENCE') ?? 0);
    // The end of whole days is the day after (RFC 5545, 3.6.1).
    const last = localTime(end);
    told.push({
      uid,
      start: localTime(start),
      end: isWholeDay(last) ? addDays(last, -1) : last,
      sequence,
    });
  }
  return told;
}

/* 20260519T110000 stands in New Zealand time, 20260404T133000Z in UTC; 20260519 is a day. */
function localTime(basic: string): string {
  const extended = basic
    .replace(/^(\d{4})(\d\d)(\d\d)/, '$1-$2-$3')
    .replace(/T(\d\d)(\d\d)(\d\d)/, 'T$1:$2:$3');
  return extended.endsWith('Z') ? localTimeAt(new Date(extended)) : extended.slice(0, 16);
}

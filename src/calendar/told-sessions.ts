import { localTimeAt } from '../dates/new-zealand.ts';

/** A session as people's calendars were told of it. */
export interface ToldSession {
  uid: string;
  /** New Zealand wall-clock times, YYYY-MM-DDTHH:MM. */
  start: string;
  end: string;
  sequence: number;
}

/** The sessions of a calendar file that `calendarFile` wrote; entries of whole days are left out. */
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
    if (!uid || !start || !end || !start.includes('T')) continue;
    const sequence = Number(entry.get('SEQUENCE') ?? 0);
    told.push({ uid, start: localTime(start), end: localTime(end), sequence });
  }
  return told;
}

/* 20260519T110000 stands in New Zealand time, 20260404T133000Z in UTC. */
function localTime(basic: string): string {
  const extended = basic.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:$6');
  return extended.endsWith('Z') ? localTimeAt(new Date(extended)) : extended.slice(0, 16);
}

import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { calendarFile } from './calendar-file.ts';

const fileOf = (title: string, description = 'Kōrero') =>
  calendarFile([
    {
      uid: 'a@b.example',
      sequence: 0,
      revised: '2026-01-01',
      title,
      description,
      url: 'https://news.ministry.example/',
      when: { day: '2026-05-19' },
    },
  ]);

const eventIn = (file: string) => {
  const event = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent');
  if (!event) throw new Error('The file has no entry.');
  return new ICAL.Event(event);
};

it.each(['a', 'ā', '–', '🐟'])(
  'folds lines of %s at 75 octets, never within a character',
  (one) => {
    const title = one.repeat(200);
    const file = fileOf(title);
    expect(file.replaceAll('\r\n ', '')).toContain(`\r\nSUMMARY:${title}\r\n`);
    const lengths = file.split('\r\n').map((line) => Buffer.byteLength(line));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
    expect(Math.max(...lengths)).toBeGreaterThan(70);
  },
);

it('keeps signs of the format from ending a value', () => {
  const file = fileOf('Hui', 'Bring: one, two; C:\\notes\r\nand\nmore\rstill');
  expect(file).toContain('Bring: one\\, two\\; C:\\\\notes\\nand\\nmore\\nstill\r\n');
  expect(eventIn(file).description).toBe('Bring: one, two; C:\\notes\nand\nmore\nstill');
});

it('says what a subscription is called in the ways that programs read', () => {
  const file = calendarFile([], {
    name: 'News, kura',
    description: 'All',
    source: 'https://a.nz/',
  });
  expect(file).toMatchInlineSnapshot(`
    "BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Ministry of Education//Attendance Service Updates//EN
    CALSCALE:GREGORIAN
    NAME:News\\, kura
    DESCRIPTION:All
    SOURCE;VALUE=URI:https://a.nz/
    REFRESH-INTERVAL;VALUE=DURATION:PT6H
    X-WR-CALNAME:News\\, kura
    X-WR-CALDESC:All
    X-PUBLISHED-TTL:PT6H
    END:VCALENDAR
    "
  `);
});

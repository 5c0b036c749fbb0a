import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { audienceList } from './audience.ts';
import { day, id, line, link, localTime, moment } from './fields.ts';

const complaints = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('a line', () => {
  it('is trimmed and composed', () => {
    expect(line.parse(`  ${'Ngā mihi'.normalize('NFD')} `)).toBe('Ngā mihi'.normalize('NFC'));
  });

  it.each([
    'a\nb',
    'a\r\nBcc: victim@kura.example',
    'a\u0000b',
    'a\u0007b',
    'a\u2028b',
    'a\u0085b',
  ])('refuses line breaks and control characters: %j', (text) => {
    expect(complaints(line, text)).toEqual([
      'one line of text without line breaks or control characters',
    ]);
  });

  it('refuses nothing and blanks', () => {
    expect(complaints(line, ' \n ')).toEqual(['a line of text that is not empty']);
    expect(complaints(line, undefined)).toEqual(['a line of text']);
    expect(complaints(line, 12)).toEqual(['a line of text']);
  });
});

describe('a time in New Zealand', () => {
  it.each(['2026-05-19T11:00', '2026-09-27T01:59', '2026-09-27T03:00', '2028-02-29T00:00'])(
    'may be %s',
    (time) => expect(localTime.parse(time)).toBe(time),
  );

  it.each(['2026-09-27T02:00', '2026-09-27T02:30', '2026-09-27T02:59'])(
    'is not %s, which daylight saving skips',
    (time) =>
      expect(complaints(localTime, time)).toEqual(['a time that daylight saving does not skip']),
  );

  it('may be in the hour that the end of daylight saving repeats', () => {
    expect(localTime.parse('2026-04-05T02:30')).toBe('2026-04-05T02:30');
  });

  it.each(['2026-02-29T10:00', '2026-04-31T10:00', '2026-13-01T10:00'])(
    'is not on a day that does not exist: %s',
    (time) => expect(complaints(localTime, time)).toEqual(['a date that exists']),
  );

  it.each(['2026-05-19', '2026-05-19 11:00', '2026-05-19T24:00', '2026-05-19T11:60', '11am', ''])(
    'is not written %j',
    (time) =>
      expect(complaints(localTime, time)).toEqual(['a date and time written 2026-05-19T11:00']),
  );
});

describe('a day', () => {
  it('exists and is written year first', () => {
    expect(day.parse('2028-02-29')).toBe('2028-02-29');
    expect(complaints(day, '2026-02-29')).toEqual(['a date that exists']);
    expect(complaints(day, '29/02/2028')).toEqual(['a date written 2026-05-15']);
    expect(complaints(day, '2026-5-8')).toEqual(['a date written 2026-05-15']);
  });
});

describe('an id', () => {
  it.each(['a', 'quarter-1-invoices', '2026'])('may be %s', (text) =>
    expect(id.parse(text)).toBe(text),
  );

  it.each(['', 'Quarter', 'a b', 'a--b', '-a', 'a-', 'ngā', 'a_b', 'a/b', 'a\n'])(
    'is not %j',
    (text) => expect(complaints(id, text)).toHaveLength(1),
  );
});

describe('a link', () => {
  it.each([
    '/',
    '/contacts/#service-desk',
    'https://www.education.govt.nz/a?b=c&d=e#f',
    'https://ministry.example/',
  ])('may lead to %s', (to) => expect(link.parse(to)).toBe(to));

  it.each([
    'http://ministry.example/',
    '//ministry.example/',
    '/\\ministry.example/',
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'mailto:desk@ministry.example',
    'contacts/',
    'https://nowhere',
    'https:///a.b',
    '/a b',
    '',
  ])('does not lead to %j', (to) => expect(complaints(link, to)).toHaveLength(1));
});

describe('a list of audiences', () => {
  it('has known ones, each once, at least one', () => {
    expect(audienceList.parse(['schools', 'providers'])).toEqual(['schools', 'providers']);
    expect(complaints(audienceList, [])).toEqual(['at least one audience']);
    expect(complaints(audienceList, ['schools', 'schools'])).toEqual(['each audience once']);
    expect(complaints(audienceList, ['pupils'])).toEqual(['an audience: providers or schools']);
  });
});

describe('a moment', () => {
  it('needs its time zone', () => {
    expect(moment.parse('2026-05-08T09:00:00+12:00')).toBe('2026-05-08T09:00:00+12:00');
    expect(complaints(moment, '2026-05-08T09:00:00')).toHaveLength(1);
  });
});

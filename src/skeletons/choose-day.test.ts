import { expect, it } from 'vitest';
import { adviseDay } from './advise-day.ts';
import { chooseDay } from './choose-day.ts';

it.each([
  [
    'keeps the weekday of the newest edition',
    ['2026-04-10', '2026-05-08'],
    '2026-06-01',
    '2026-06-05',
  ],
  [
    'is not today, since an edition is not written in an hour',
    ['2026-05-08'],
    '2026-06-05',
    '2026-06-12',
  ],
  [
    'passes over days that have an edition',
    ['2026-06-05', '2026-06-12'],
    '2026-06-01',
    '2026-06-19',
  ],
  ['passes over public holidays', ['2026-06-26'], '2026-07-06', '2026-07-17'],
  ['passes over the end of a year', ['2026-12-25'], '2026-12-20', '2027-01-08'],
  ['is the next working day where there is no edition', [], '2026-05-29', '2026-06-02'],
  [
    'takes no file for an edition that no day names',
    ['notes', '2026-13-01'],
    '2026-06-01',
    '2026-06-02',
  ],
])('the day of the next edition %s', (_, taken, today, day) => {
  expect(chooseDay(new Set(taken), today).day).toBe(day);
});

it('says why it is that day', () => {
  expect(chooseDay(new Set(['2026-05-08']), '2026-06-01').why).toBe(
    'the next free Friday, because the edition of 8 May 2026 came out on a Friday too',
  );
  expect(chooseDay(new Set(), '2026-06-01').why).toBe('the next working day');
});

it('advises against days on which few people read', () => {
  const said = ['2026-05-09', '2026-06-01', '2026-07-08', '2026-09-28', '2026-06-12'];
  expect(said.map((day) => adviseDay(day, '2026-05-20', ['schools']))).toEqual([
    ['Saturday 9 May 2026 has passed.', 'Saturday 9 May 2026 is on a weekend.'],
    ['Monday 1 June 2026 is a public holiday: King’s Birthday.'],
    ['Wednesday 8 July 2026 is between terms, when few people are at school.'],
    [
      'Monday 28 September 2026 is the anniversary day of South Canterbury, where people are away.',
      'Monday 28 September 2026 is between terms, when few people are at school.',
    ],
    [],
  ]);
  expect(adviseDay('2026-07-08', '2026-05-20', ['providers'])).toEqual([]);
  expect(adviseDay('2026-05-09', '2026-05-20', [])).toEqual([]);
});

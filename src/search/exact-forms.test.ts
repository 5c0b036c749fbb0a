import { describe, expect, it } from 'vitest';
import { exactForms } from './exact-forms.ts';

const tokensOf = (text: string) => exactForms(text).flatMap(({ tokens }) => tokens);

describe('exact forms', () => {
  it.each(['7pm', '7 pm', '7 p.m.', '7:00pm', '7.00 PM', '19:00'])(
    'reads %s as seven at night',
    (text) => {
      expect(tokensOf(text)).toEqual(['h1900']);
    },
  );

  it.each(['noon', 'midday', '12 noon', '12pm', '12:00 pm'])('reads %s as midday', (text) => {
    expect(tokensOf(text)).toContain('h1200');
  });

  it('takes a time without its half of the day for either', () => {
    expect(tokensOf('7:45')).toEqual(['h0745', 'h1945']);
  });

  it('reads a number with a point for what it is, and for a time where it could be one', () => {
    expect(tokensOf('65.9')).toEqual(['n65p9']);
    expect(tokensOf('version 4.0.1')).toEqual(['n4p0p1']);
    expect(tokensOf('11.45')).toEqual(['h1145', 'h2345', 'n11p45']);
  });

  it('leaves words of letters and digits to be words', () => {
    expect(tokensOf('error E1234, form 42A')).toEqual([]);
  });

  it('gives the first end of a range the half of the second, unless that turns it round', () => {
    expect(tokensOf('11-11.45am')).toEqual(['h1100', 'h1145']);
    expect(tokensOf('11 to 12.30pm')).toEqual(['h1100', 'h1230']);
  });

  it.each(['15 May', '15th of may', 'May 15', '15/5', '15/05'])(
    'reads %s as a day of the year',
    (text) => {
      expect(tokensOf(text)).toEqual(['d0515']);
    },
  );

  it.each(['15 May 2026', 'Friday 15 May, 2026', '15/05/2026', '15.5.26', '2026-05-15'])(
    'reads %s as a day with its year, found without it too',
    (text) => {
      expect(tokensOf(text)).toEqual(['d0515', 'd0515y2026']);
    },
  );

  it.each(['0800 422 599', '0800422599', '0800-422-599', '(0800) 422 599'])(
    'reads %s as a telephone number',
    (text) => {
      expect(tokensOf(text)).toContain('t0800422599');
    },
  );

  it('knows a telephone number by its end and from abroad', () => {
    expect(tokensOf('0800 422 599')).toContain('t422599');
    expect(tokensOf('422 599')).toEqual(['t422599']);
    expect(tokensOf('+64 4 463 8000')).toEqual(tokensOf('04 463 8000'));
  });

  it.each(['10%', '10 %', '10 percent', '10 per cent'])('reads %s as a share', (text) => {
    expect(tokensOf(text)).toEqual(['n10pc']);
  });

  it('reads amounts with and without commas and cents, and numbers in words', () => {
    expect(tokensOf('$1,500.00')).toEqual(['n1500']);
    expect(tokensOf('1500 dollars')).toEqual(['n1500']);
    expect(tokensOf('four to six weeks')).toEqual(['n4', 'n6']);
  });

  it('takes the beginning of a telephone number for that', () => {
    expect(tokensOf('0800')).toEqual(['t0800']);
    expect(tokensOf('0800 422')).toEqual(['t0800422']);
  });

  it('says where each stands in the text as it was written, macrons and all', () => {
    const text = 'Whānau hui at 7pm on 12 May';
    expect(exactForms(text).map(({ at, length }) => text.slice(at, at + length))).toEqual([
      '7pm',
      '12 May',
    ]);
  });

  it('makes no days or times that do not exist', () => {
    expect(tokensOf('45/13')).toEqual(['n45', 'n13']);
    expect(tokensOf('29:75')).toEqual(['n29', 'n75']);
    expect(tokensOf('maybe second thoughts')).toEqual([]);
  });
});

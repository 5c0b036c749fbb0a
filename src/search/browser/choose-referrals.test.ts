import { describe, expect, it } from 'vitest';
import { openSearchDictionary } from '../words-and-synonyms.ts';
import { understand } from './understanding/understand.ts';
import type { Referral } from '../referrals.ts';
import { chooseReferrals } from './choose-referrals.ts';

const dictionary = openSearchDictionary({
  records: 80,
  words: new Map([
    ['school', 50],
    ['invoice', 3],
  ]),
  names: new Set(),
  meanings: [],
  leads: new Map(),
});
const way = (kind: Referral['kind'], title: string, words: string): Referral => ({
  kind,
  url: `/${title}`,
  title,
  summary: '',
  words,
});
const referrals = [
  way('contact', 'Inbox', 'anything'),
  way('contact', 'Accounts', 'invoices from a school'),
  way('page', 'Fees – Ministry', 'School fees'),
];
const chosen = (query: string) =>
  chooseReferrals(referrals, understand(query, dictionary, { literally: true }), dictionary).map(
    ({ title }) => title,
  );

describe('the way on from a query without an answer', () => {
  it('is the contact for everybody where nobody comes nearer', () => {
    expect(chosen('student loan')).toEqual(['Inbox']);
  });

  it('is the contact whose purposes speak of it', () => {
    expect(chosen('invoice from overseas')).toEqual(['Accounts']);
  });

  it('is a public page as well where one speaks of it', () => {
    expect(chosen('fees for overseas')).toEqual(['Inbox', 'Fees – Ministry']);
  });

  it('is not found by a word that everything has', () => {
    expect(chosen('school zones')).toEqual(['Inbox']);
  });
});

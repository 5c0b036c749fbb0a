import { describe, expect, it } from 'vitest';
import type { UnderstandOptions } from './concept.ts';
import { openSearchDictionary, readKnownWords, writeKnownWords } from '../../words-and-synonyms.ts';
import { understand } from './understand.ts';

const names =
  'case cases exemption home education invoice matauranga popup register session support request school'.split(
    ' ',
  );
const dictionary = openSearchDictionary(
  readKnownWords(
    writeKnownWords({
      records: 50,
      names: new Set(names),
      words: new Map([...names, 'blocked', 'not', 'cannot', 'payment'].map((word) => [word, 4])),
      meanings: [
        {
          says: ['AS-CMS', 'attendance service case management system'],
          aliases: ['as cms', 'school portal'],
        },
        { says: ['Home education'], aliases: ['homeschool', 'home ed'] },
        { says: ['Kura', 'School'], aliases: [] },
        { says: ['Case Manager'], aliases: [] },
      ],
      leads: new Map([
        ['bill', { says: ['invoice'], by: 'dictionary' }],
        ['turn down', { says: ['not approved'], by: 'site' }],
      ]),
    }),
  ),
);

/** What each part of a query is looked for as. */
const ways = (query: string, reading?: UnderstandOptions) =>
  understand(query, dictionary, reading).map(({ alternatives }) =>
    alternatives.map(({ words }) => words.join(' ')),
  );

describe('understanding a query', () => {
  it('knows what an answer to “how long” speaks of', () => {
    const spans = ['minutes', 'hours', 'days', 'weeks', 'months', 'years'];
    expect(ways('how long is a session')).toEqual([spans, ['session']]);
    expect(ways('how long is a session', { literally: true })).not.toContainEqual(spans);
  });

  it('leads from a word or a phrase that the site does not say to what it says', () => {
    expect(ways('bills')).toEqual([['invoice']]);
    expect(ways('exemption turned down')[1]).toEqual(['turned down', 'not approved']);
    expect(ways('bills', { literally: true })).toEqual([['bills']]);
  });

  it('takes a word for another only where it is no word at all', () => {
    const english = { ...dictionary, isWord: (word: string) => word === 'regime' };
    const waysOf = (query: string) =>
      understand(query, english).map(({ alternatives }) => alternatives.map(({ words }) => words));
    expect(waysOf('regime')).toEqual([[['regime']]]);
    expect(waysOf('regster')).toEqual([[['register']]]);
  });

  it('looks for a part of the day among times, and never for a word spelt like it', () => {
    expect(ways('evening session')[0]).toEqual(['evening', 'h17to24']);
  });

  it('leaves out the little words, unless there is nothing else', () => {
    expect(ways('how do I register for a session')).toEqual([['register'], ['session']]);
    expect(ways('who are you')).toEqual([['who'], ['are'], ['you']]);
  });

  it.each(['AS-CMS', 'ascms', 'AS CMS', 'a.s.c.m.s.', 'A S C M S'])(
    'knows %s for one acronym, with its expansion',
    (query) => {
      const [all] = ways(query);
      expect(all?.[0]).toBe('ascms');
      expect(all).toContain('attendance service case management system');
    },
  );

  it.each(['homeschool', 'home school', 'home-school', 'homeschooling', 'home ed'])(
    'looks for home education where somebody says %s',
    (query) => {
      expect(ways(query)[0]).toContain('home education');
    },
  );

  it('looks for a school where somebody says kura, but not the other way round', () => {
    expect(ways('kura')).toEqual([['kura', 'school']]);
    expect(ways('school')).toEqual([['school']]);
  });

  it('keeps the words of a term together', () => {
    expect(ways('case managers')[0]?.[0]).toBe('case manager');
  });

  it('takes every way of saying no for one', () => {
    expect(ways('can’t register')).toEqual([['cant', 'cannot', 'not'], ['register']]);
  });

  it('joins and parts words as the site has them', () => {
    expect(ways('pop up blocked')[0]).toContain('popup');
    expect(ways('supportrequest')).toEqual([['support request']]);
  });

  it('reads double vowels as long ones', () => {
    expect(ways('maatauranga')).toEqual([['matauranga']]);
  });

  it('corrects what is not known, and says what it took it for', () => {
    const [concept] = understand('invoise', dictionary);
    expect(concept?.alternatives[0]?.assumed).toEqual({ how: 'spelling', says: 'invoice' });
  });

  it('takes the last word for the beginning of one only while somebody types', () => {
    expect(ways('pay', { typing: true })).toEqual([['pay']]);
    expect(ways('pay')).toEqual([[]]);
    expect(ways('paym')).toEqual([['paym']]);
  });

  it('assumes nothing when it must not', () => {
    expect(ways('homeschool invoise', { literally: true })).toEqual([['homeschool'], ['invoise']]);
  });

  it('finds numbers and times among the words', () => {
    expect(ways('session at 7pm')).toEqual([['session'], ['h1900']]);
  });
});

import { describe, expect, it } from 'vitest';
import { readContent } from '../../content/reading/read-content.ts';
import { gatherWords } from './gather-words.ts';
import { gatherReferrals } from './gather-referrals.ts';
import { readKnownWords, writeKnownWords } from '../words-and-synonyms.ts';
import { searchRecords } from './gather-records.ts';
import { readReferrals, writeReferrals } from '../referrals.ts';

const content = await readContent('content');
const records = searchRecords(content);

describe('the words that the search knows', () => {
  const known = gatherWords(records, content);

  it('come from texts, titles and aliases, folded, whole and in parts', () => {
    expect([...known.words.keys()]).toEqual(
      expect.arrayContaining(['matauranga', 'dropin', 'drop', 'homeschool', 'popup']),
    );
    expect(known.words.has('service.desk@education.govt.nz')).toBe(false);
  });

  it('take their meanings from the glossary', () => {
    const esl = known.meanings.find(({ says }) => says[0] === 'ESL');
    expect(esl?.says).toEqual(['ESL', 'Education Sector Login']);
    expect(esl?.aliases).toContain('password');
  });

  it('come back from their file as they went', () => {
    expect(readKnownWords(writeKnownWords(known))).toEqual(known);
  });

  it('are the same for the same content, to the byte', () => {
    expect(writeKnownWords(gatherWords(records, content))).toBe(writeKnownWords(known));
  });
});

describe('the referrals', () => {
  const referrals = gatherReferrals(content);

  it('begin with the contact for everybody and have the public pages that guidance names', () => {
    expect(referrals[0]?.url).toBe('/contacts/#attendance-service-inbox');
    expect(referrals.filter(({ kind }) => kind === 'page').map(({ title }) => title)).toContain(
      'Home education – Ministry of Education',
    );
  });

  it('come back from their file as they went', () => {
    expect(readReferrals(writeReferrals(referrals))).toEqual(referrals);
  });
});

import { describe, expect, it } from 'vitest';
import { dictionaries, type OtherWords } from './dictionaries.ts';
import type { KnownWords } from '../../words-and-synonyms.ts';

const names: KnownWords = {
  records: 10,
  words: new Map([['invoice', 3]]),
  names: new Set(['invoice']),
  meanings: [],
  leads: new Map(),
};
const others: OtherWords = {
  words: new Map([['purchase', 1]]),
  leads: new Map([['buy', { says: ['purchase'], by: 'dictionary' }]]),
  isWord: (word) => word === 'buy',
};

/** Dictionaries of an index that has one more word, and how often the larger file was fetched. */
function open(fetching: () => Promise<OtherWords> = () => Promise.resolve(others)) {
  let fetched = 0;
  const dictionaryFor = dictionaries(names, {
    count: (word) => Promise.resolve(word === 'order' ? 2 : 0),
    rest: () => {
      fetched += 1;
      return fetching();
    },
  });
  return { dictionaryFor, fetched: () => fetched };
}

describe('the dictionary for a query', () => {
  it('is the small one while every word is a name, little, a number, or in the index', async () => {
    const { dictionaryFor, fetched } = open();
    await dictionaryFor('how do I find invoices by 15 May 2026');
    const { words } = await dictionaryFor('order');
    expect(words.get('order')).toBe(2);
    expect(fetched()).toBe(0);
  });

  it('is the large one, fetched once, from the first word that is strange', async () => {
    const { dictionaryFor, fetched } = open();
    expect((await dictionaryFor('purchse')).words.has('purchase')).toBe(true);
    const { isWord, leads } = await dictionaryFor('strange');
    expect(fetched()).toBe(1);
    expect(isWord?.('buy')).toBe(true);
    expect(leads.get('buy')?.says).toEqual(['purchase']);
  });

  it('is asked for again when it could not be fetched', async () => {
    let fails = true;
    const { dictionaryFor } = open(() => {
      if (!fails) return Promise.resolve(others);
      fails = false;
      return Promise.reject(new Error('offline'));
    });
    await expect(dictionaryFor('purchse')).rejects.toThrow('offline');
    expect((await dictionaryFor('purchse')).words.has('purchase')).toBe(true);
  });
});

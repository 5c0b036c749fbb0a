import { describe, expect, it } from 'vitest';
import { isFiltered, readQuery, unfiltered, writeQuery } from './query.ts';

describe('a query in an address', () => {
  it('comes back as it went', () => {
    const query = {
      words: 'cannot see a case',
      kinds: ['guidance', 'known-issue'],
      audience: 'schools',
      topic: 'Home education',
      status: 'open',
      sort: 'date',
      literally: true,
    };
    expect(readQuery(new URLSearchParams(String(writeQuery(query))))).toEqual(query);
    expect(isFiltered(query)).toBe(true);
    expect(isFiltered(unfiltered(query))).toBe(false);
  });

  it('leaves out what is empty', () => {
    expect(String(writeQuery(readQuery(new URLSearchParams('q=+invoice+&kind=&for='))))).toBe(
      'q=invoice',
    );
  });
});

import { expect, it } from 'vitest';
import { parseBody } from '../document/parse-body.ts';
import { findPassage } from './find-passage.ts';

const source = `Kia ora, and read [the page](https://www.govt.nz/a).

<Item id="one" title="Reports are due" action="for-information">

Send it by 15 May.

- One thing
- Read [the list](https://www.govt.nz/b)

</Item>`;
const body = parseBody(source, 'newsletters', (_, { found }) => {
  throw new Error(found);
});
const found = (words: string) => {
  const at = findPassage(body, words);
  return at && source.slice(at.from, at.to);
};

it('finds the smallest part of a text that has the words of a rendering', () => {
  expect(found('https://www.govt.nz/b the list')).toBe('[the list](https://www.govt.nz/b)');
  expect(found('by 15 may')).toBe('Send it by 15 May.');
  expect(found('reports are due')).toContain('<Item id="one"');
  expect(found('nothing of this sort')).toBeUndefined();
});

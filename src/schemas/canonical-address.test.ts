import { expect, it } from 'vitest';
import { canonicalAddress } from './fields.ts';

it.each([
  ['https://www.govt.nz', 'https://www.govt.nz/'],
  ['https://www.govt.nz?x=1', 'https://www.govt.nz/?x=1'],
  ['https://www.govt.nz#top', 'https://www.govt.nz/#top'],
  ['HTTPS://WWW.Govt.NZ/Path', 'https://www.govt.nz/Path'],
  ['https://www.govt.nz:443/a', 'https://www.govt.nz/a'],
  ['https://www.govt.nz:8443/a', 'https://www.govt.nz:8443/a'],
  ['https://māori.nz/pānui', 'https://xn--mori-qsa.nz/p%C4%81nui'],
  ['https://a.nz/p%c4%81nui', 'https://a.nz/p%c4%81nui'],
  ['https://a.nz/a/../b/./c', 'https://a.nz/b/c'],
  ['https://a.nz\\b', 'https://a.nz/b'],
  ['https://a.nz/?x={{UNSUBSCRIBE_URL}}', 'https://a.nz/?x=%7B%7BUNSUBSCRIBE_URL%7D%7D'],
  ['https://a.nz/“x”?y=“z”', 'https://a.nz/%E2%80%9Cx%E2%80%9D?y=%E2%80%9Cz%E2%80%9D'],
])('writes %s as %s', (written, canonical) => {
  expect(canonicalAddress(written)).toBe(canonical);
  expect(canonicalAddress(canonical)).toBe(canonical);
});

it.each(['/guidance/pānui/', '#who', 'https://exa mple.nz/', 'mailto:desk@a.nz', 'http://A.nz'])(
  'leaves %s as it is',
  (written) => {
    expect(canonicalAddress(written)).toBe(written);
  },
);

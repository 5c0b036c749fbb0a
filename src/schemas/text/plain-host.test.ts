import { expect, it } from 'vitest';
import { link } from '../fields.ts';

it.each([
  'https://www.education.govt.nz',
  'https://www.education.govt.nz:8443/a?b=c@d#e',
  'https://kaupapamāori.nz/kōrero',
  'https://例え.jp/',
  '/guidance/home-education/',
])('takes a plain host: %s', (to) => {
  expect(link.safeParse(to).success).toBe(true);
});

it.each([
  'https://www.govt.nz@evil.example/',
  'https://user:password@www.govt.nz/',
  'https://www.go"vt.nz/',
  "https://www.go'vt.nz/",
  'https://www.govt.nz\u202E/',
  'https://www.govt.nz:99999/',
  'https://www..govt.nz/',
  'https://www.govt.nz\\@evil.example/',
])('refuses what hides where a link leads: %j', (to) => {
  expect(link.safeParse(to).error?.issues.at(-1)?.message).toBe(
    'an address whose host is a plain name, such as www.education.govt.nz',
  );
});

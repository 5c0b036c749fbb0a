import { expect, it } from 'vitest';
import { resolveLink } from './context.ts';

const place = { pageUrl: 'https://news.example/newsletters/2026-05-08/schools/' };

it.each([
  '/',
  '/contacts/#service-desk',
  '/files/steps.1.pdf',
  '#sessions',
  '/a/../b/',
  '/a/./b',
  '/known-issues/?q=a b',
  '/guidance/tē/',
  '/a//b/',
])('gives %s the address that a browser would', (to) => {
  expect(resolveLink(to, place)).toBe(new URL(to, place.pageUrl).href);
});

it('keeps an anchor of quoted guidance on the page of the guidance', () => {
  expect(resolveLink('#who', { ...place, quotedFrom: '/guidance/home-education/' })).toBe(
    'https://news.example/guidance/home-education/#who',
  );
});

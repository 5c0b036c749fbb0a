import { expect, it } from 'vitest';
import { absoluteLinks } from './absolute-links.ts';

const page = 'https://news.ministry.example/newsletters/2026-05-08/';

it.each([
  ['<a href="/guidance/">', '<a href="https://news.ministry.example/guidance/">'],
  ['<a class="x" href="#item">', `<a class="x" href="${page}#item">`],
  ['<img alt="" src="/a.png">', '<img alt="" src="https://news.ministry.example/a.png">'],
  [
    '<a href="https://other.example/?a=1&#38;b=2">',
    '<a href="https://other.example/?a=1&#38;b=2">',
  ],
  ['<a href="mailto:desk@ministry.example">', '<a href="mailto:desk@ministry.example">'],
])('%s becomes %s', (html, absolute) => {
  expect(absoluteLinks(html, page)).toBe(absolute);
});

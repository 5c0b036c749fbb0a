import { expect, it } from 'vitest';
import { asShown, shownPolicy } from './as-shown.ts';

const html = `<style>@media (prefers-color-scheme: dark) { p { color: #fff } } @font-face { src: url('/a.woff2') }</style>
<script type="module" src="/@vite/client"></script><img src="https://news.example/files/a.png"><a href="/guidance/">Guidance</a>
<a href="https://www.govt.nz/">Govt.nz</a><a href="#top">Top</a>`;
const shown = (theme: 'light' | 'dark') => asShown(html, { theme }, 'https://news.example');

it('shows a page at the desk without its scripts, with its own addresses led through the desk', () => {
  expect(shown('light')).toMatchInlineSnapshot(`
    "<style>@media not all { p { color: #fff } } @font-face { src: url('/desk/preview/site/a.woff2') }</style>
    <img src="/desk/preview/site/files/a.png"><a href="/desk/preview/site/guidance/">Guidance</a>
    <a href="https://www.govt.nz/">Govt.nz</a><a href="#top">Top</a>"
  `);
});

it('shows it dark whatever the browser prefers', () => {
  expect(shown('dark')).toContain('@media all { p');
});

it('lets it load pictures only where they are on, and run nothing', () => {
  expect(shownPolicy({ images: 'off' })).toContain("img-src 'none'");
  expect(shownPolicy({ images: 'on' })).toContain("img-src 'self'");
  expect(shownPolicy({ images: 'on' })).toMatch(/^default-src 'none'(?!.*script-src)/);
});

import { afterEach, expect, it } from 'vitest';
import { type BuiltPage, hearPages, inOrder, tellPage } from './built-pages.ts';

afterEach(() => {
  globalThis.panuiPages = undefined;
});

const titled = (title: string) => `<head><meta property="og:title" content="${title}"></head>`;

it('tells a build of each page, by its address and the title it has where it is shared', () => {
  const heard: BuiltPage[] = [];
  hearPages((page) => heard.push(page));
  tellPage('/guidance/', titled('Leave &amp; &#34;pay&#34;'));
  tellPage('/404/', '<title>No such page</title>');
  tellPage('/bulletins/2026-05-08/providers.html', titled('An email'));
  expect(heard).toEqual([
    { path: '/guidance/', title: 'Leave & "pay"' },
    { path: '/404.html', title: undefined },
  ]);
});

it('is silent where nothing is built', () => {
  expect(() => tellPage('/guidance/', titled('Guidance'))).not.toThrow();
});

it('puts pages in the order of their files, in whatever order they were rendered', () => {
  const pages = ['/guidance/leave/', '/guidance/', '/', '/404.html'].map((path) => ({
    path,
    title: undefined,
  }));
  expect(inOrder(pages).map(({ path }) => path)).toEqual([
    '/404.html',
    '/guidance/',
    '/guidance/leave/',
    '/',
  ]);
});

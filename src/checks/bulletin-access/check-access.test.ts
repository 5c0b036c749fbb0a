import { describe, expect, it } from 'vitest';
import { checkAccess } from './check-access.ts';

const page = (body: string, { title = 'News', lang = 'lang="en-NZ" dir="ltr"' } = {}) =>
  `<!doctype html><html ${lang}><head><title>${title}</title></head><body><div role="article" ${lang}><h1>News</h1>${body}</div></body></html>`;

describe('the access check of a bulletin', () => {
  it('finds nothing in a sound one', () => {
    const sound =
      '<table role="presentation"><tr><td><h2>One</h2><a href="https://a.example/">The guidance</a><img src="https://a.example/a.png" alt="" width="64" height="32"></td></tr></table>';
    expect(checkAccess(page(sound))).toEqual([]);
  });

  it.each([
    [
      'no language',
      page('', { lang: 'dir="ltr"' }),
      ['the page without lang or dir', 'the wrapper without lang or dir'],
    ],
    [
      'no direction',
      page('', { lang: 'lang="en"' }),
      ['the page without lang or dir', 'the wrapper without lang or dir'],
    ],
    [
      'no wrapper',
      '<html lang="en" dir="ltr"><title>A</title><h1>A</h1>',
      ['the wrapper is missing'],
    ],
    ['an empty title', page('', { title: '' }), ['an empty title']],
    [
      'a table of layout',
      page('<table><tr><td>A</td></tr></table>'),
      ['a table that lays out and does not say so'],
    ],
    ['a skipped level', page('<h2>A</h2><h4>B</h4>'), ['<h4> “B”']],
    ['a second h1', page('<h1>B</h1>'), ['2 headings of level 1']],
    ['an empty heading', page('<h2></h2>'), ['<h2> “”']],
    [
      'words that say nothing',
      page('<a href="https://a.example">here</a>'),
      ['a link that says “here”'],
    ],
    ['a link without words', page('<a href="https://a.example"></a>'), ['a link that says “”']],
    ['a link to nowhere', page('<a href="#">Guidance</a>'), ['“Guidance” leads nowhere']],
    [
      'the same words for two places',
      page('<a href="https://a.example">A</a><a href="https://b.example">A</a>'),
      ['“A” leads to two places'],
    ],
    [
      'a picture without alt',
      page('<img src="https://a.example/a.png" width="64" height="32">'),
      ['no alt: https://a.example/a.png'],
    ],
    [
      'a picture without its size in pixels',
      page('<img src="https://a.example/a.png" alt="A" width="64" height="auto">'),
      ['no width and height in pixels: https://a.example/a.png'],
    ],
    [
      'a picture at an address that holds on the site alone',
      page('<img src="/a.png" alt="A" width="64" height="32">'),
      ['no absolute address: /a.png'],
    ],
  ])('finds %s', (_, html, found) => {
    expect(checkAccess(html).map((finding) => finding.found)).toEqual(found);
  });
});

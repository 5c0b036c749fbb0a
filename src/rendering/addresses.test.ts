import { beforeAll, expect, it } from 'vitest';
import { compareFacts } from '../checks/parity/compare.ts';
import { factsOf } from '../checks/parity/facts.ts';
import { parseHtml, readHtml } from '../checks/parity/read-html.ts';
import { readTextPart } from '../checks/parity/read-text-part.ts';
import type { Content } from '../content/content.ts';
import { parseBody } from '../document/parse-body.ts';
import { randomFrom } from '../testing/random-from.ts';
import { pageUrl, renderThrice } from '../testing/render-example.ts';
import { exampleContent } from './example-content.ts';

/* Addresses as people write and paste them, whichever way a browser would write them. */

let content: Content;
beforeAll(async () => {
  content = await exampleContent();
});

type Pick = <Value>(...values: readonly [Value, ...Value[]]) => Value;

function address(pick: Pick): string {
  const scheme = pick('https://', 'https://', 'HTTPS://', 'Https://');
  const host = pick(
    'www.govt.nz',
    'www.Govt.NZ',
    'māori.nz',
    'MĀORI.nz',
    'xn--mori-qsa.nz',
    'bücher.example',
    '例え.jp',
    'a_b.example',
    'sub-domain.very-long-name-of-an-agency.govt.nz',
    '192.168.0.1',
    'user@a.example',
    'a.example.',
    'straße.example',
  );
  const port = pick('', '', '', ':443', ':80', ':8443');
  const part = () =>
    pick(
      'a',
      'Pānui',
      'p%C4%81nui',
      'p%c4%81nui',
      '%7Euser',
      '~user',
      'a+b',
      'a%20b',
      '..',
      '.',
      '',
      'x;y=1',
      'a,b',
      'a:b',
      'a@b',
      '“q”',
      'a|b',
      'a^b',
      "it's",
      'a&b',
      'a&amp;b',
      'a!b',
      '2026-05-14',
      '14',
      '%',
      '%zz',
      'e\u0301',
      'é',
      'file.pdf',
      '\u200bx',
      'a\\\\b',
      'a$1b',
      'a=b',
      '1.',
      '-',
      '5:30pm',
      'a-very-long-part-that-goes-on-and-on-so-that-no-line-of-a-mail-could-ever-hold-it-whole',
    );
  const path = pick(
    '',
    '/',
    `/${part()}`,
    `/${part()}/${part()}`,
    `/${part()}/${part()}/${part()}/`,
  );
  const query = pick('', '', '?x=1', '?', `?q=${part()}`, `?q=${part()}&r=${part()}`, '?a[]=1&b');
  const hash = pick('', '', '#', '#top', `#${part()}`);
  return scheme + host + port + path + query + hash;
}

const around: readonly ((to: string, words: string) => string)[] = [
  (to, words) => `[${words}](<${to}>)`,
  (to, words) => `See [${words}](<${to}>).`,
  (to, words) => `See [${words}](<${to}>) and [the **other**](<${to}>), too.`,
  (to, words) => `## [${words}](<${to}>)\n\nWords.`,
  (to, words) => `- [${words}](<${to}>)\n- Read [it](<${to}>)\n\n1. One\n2. [${words}](<${to}>)`,
  (to, words) => `> Said [${words}](<${to}>)`,
  (to) => `Bare ${to} within words.`,
  (to) => `${to}`,
  (to) => `**[${to}](<${to}>)**`,
  (to, words) => `Over two\nlines [${words}](<${to}>)\nand more`,
  (to, words) => `\`${to}\`\n\nAs \`${to}\` shows, ${words}`,
  (to, words) => `Read this:\\\n${to}\\\n[${words}](<${to}>)`,
  (to, words) =>
    `${'Read all that there is to know of it on this page here: '.repeat(2)}${to} ${words}`,
  (to, words) => `1. Start [${words}](<${to}>)\n\n   ${to}\n2. **[${words}](<${to}>)**: the end`,
  (to, words) => `<Button to="${to}" label="${words}" />`,
  (to, words) => `<Callout kind="note" title="Note">\n\nSee [${words}](<${to}>)\n\n</Callout>`,
  (to, words) =>
    `<Survey title="${words}" url="${to}" closes="2026-06-01" reward="None">\n\nWords.\n\n</Survey>`,
  (to) =>
    `<Event id="one" title="Hui" audience="All" mode="online">\n\nWords.\n\n<Session id="one" start="2026-05-19T10:00" end="2026-05-19T12:45" register="${to}" />\n\n</Event>`,
];

it('are written the same way in page, email and text, wherever they stand and whatever their words are', async () => {
  const random = randomFrom(14);
  const pick: Pick = (...values) => values[Math.floor(random() * values.length)] ?? values[0];
  let accepted = 0;
  const failures: string[] = [];
  for (let count = 0; count < 570; count++) {
    const to = address(pick);
    const words = pick(
      'the page',
      'The 14 May edition',
      to,
      'www.govt.nz',
      'a:',
      '1. One',
      'govt.nz/a b',
    );
    const mdx = (around[count % around.length] ?? ((one: string) => one))(
      to,
      words.replaceAll(/[[\]"<>{}]/g, ''),
    );
    const refused: string[] = [];
    const tree = parseBody(mdx, 'newsletters', (_, { found }) => refused.push(found));
    if (refused.length > 0) continue;
    accepted++;
    const { web, html, text, webText } = await renderThrice(tree, content);
    const ofHtml = (source: string) =>
      factsOf(readHtml(parseHtml(source), { without: ['anchor', 'for-whom'], url: pageUrl }));
    const differences = [
      ...compareFacts(ofHtml(web), factsOf(readTextPart(webText))),
      ...compareFacts(ofHtml(html), factsOf(readTextPart(text))),
    ];
    if (differences.length > 0) failures.push(`${mdx}\n${JSON.stringify(differences)}\n${text}`);
  }
  expect(failures).toEqual([]);
  expect(accepted).toBeGreaterThan(400);
});

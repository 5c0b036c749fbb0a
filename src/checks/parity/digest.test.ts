import type { Nodes } from 'hast';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { mutateHtml, mutateText } from '../../testing/editions/mutate.ts';
import { renderEdition } from '../../testing/editions/render-edition.ts';
import { edition } from '../../testing/content/write-content.ts';
import { compareFacts, type Difference } from './compare.ts';
import { factsOf } from './facts.ts';
import { parseHtml, readHtml } from './read-html.ts';
import { readTextPart } from './read-text-part.ts';

const text = `
<Greeting mi="Kia ora" />

Sessions are on [the page](/contacts/).

<Item id="sessions" title="Come to a session" action="save-the-date">

Join us. See what is new.

<Event id="drop-in" title="Drop-in" audience="Schools" mode="in-person" sameContent="yes">

<Session id="one" start="2026-05-19T11:00" end="2026-05-19T11:45" place="Room 3" moved="2026-05-06" />

</Event>

<Dates id="dates" title="Key dates">

- <Day on="2026-06-30" /> [Reports](/newsletters/) are due
- <Period from="2026-07-04" to="2026-07-19" /> the holidays

</Dates>

</Item>

<Item id="secret" title="Only for others" action="for-information" audience="providers">

Nothing of it for schools by <Day on="2026-05-20" />.

</Item>

<Category title="To do">

<Item id="invoices" title="Invoices" action="action-required" task="Email your invoice" due="2026-05-15" who="Kura">

Thank you for [your reports](/newsletters/). Now email <Contact id="service-desk" />.

</Item>

</Category>
`;

const edited = edition(text).replace('    preheader:', '    form: digest\n    preheader:');
const today = '2026-05-08';

let digest: Awaited<ReturnType<typeof renderEdition>>;
let full: Awaited<ReturnType<typeof renderEdition>>;
beforeAll(async () => {
  digest = await renderEdition(text, today, { 'newsletters/2026-05-08.mdx': edited });
  full = await renderEdition(text, today);
});
afterAll(() => {
  vi.unstubAllEnvs();
});

const kinds = (differences: readonly Difference[]) => [
  ...new Set(differences.map(({ kind }) => kind)),
];

it('holds how the edition opens, what is due, its dates, and each item by a line and its place', () => {
  expect(digest.differences()).toEqual([]);
  expect(digest.bulletin.text.split('schools/\n\n')[1]?.split('------')[0]).toMatchInlineSnapshot(`
    "Kia ora

    Sessions are on the page.
      the page:
      https://a.example/contacts/


    WHAT YOU NEED TO DO

    [ ] Friday 15 May 2026
        Email your invoice
        Kura
          https://a.example/newsletters/2026-05-08/schools/#invoices


    DATES

    - 11am to 11:45am
      Tuesday 19 May 2026
      Drop-in
        https://a.example/newsletters/2026-05-08/schools/#sessions
      Room 3
      Moved to this time on 6 May 2026
    - Tuesday 30 June 2026
      Reports are due
      Come to a session
        https://a.example/newsletters/2026-05-08/schools/#sessions
    - 4 July to 19 July 2026
      the holidays
      Come to a session
        https://a.example/newsletters/2026-05-08/schools/#sessions


    IN THIS EDITION

    This email is a digest. Each title leads to its place in the newsletter
    on the web.

    1. Come to a session
         https://a.example/newsletters/2026-05-08/schools/#sessions
       Save the date: Tuesday 19 May at 11am
       Join us.


    To do

    2. Invoices
         https://a.example/newsletters/2026-05-08/schools/#invoices
       Action required by 15 May
       Thank you for your reports.

    "
  `);
});

it('is told from the whole, whichever of them was chosen', () => {
  expect(full.differences()).toEqual([]);
  expect(kinds(digest.differences(today, full.bulletin))).toContain('word');
  expect(kinds(full.differences(today, digest.bulletin))).toContain('word');
});

it('leads to no place that the web page does not have', () => {
  const page = digest.page.replaceAll('id="sessions"', 'id="session"');
  expect(page).not.toBe(digest.page);
  expect(digest.differences(today, digest.bulletin, page)).toMatchInlineSnapshot(`
    [
      {
        "between": [
          "the digest",
          "the places of the web page",
        ],
        "first": "https://a.example/newsletters/2026-05-08/schools/#sessions drop-in",
        "kind": "link",
        "second": "",
      },
      {
        "between": [
          "the digest",
          "the places of the web page",
        ],
        "first": "https://a.example/newsletters/2026-05-08/schools/#sessions come to a session",
        "kind": "link",
        "second": "",
      },
      {
        "between": [
          "the digest",
          "the places of the web page",
        ],
        "first": "https://a.example/newsletters/2026-05-08/schools/#sessions come to a session",
        "kind": "link",
        "second": "",
      },
      {
        "between": [
          "the digest",
          "the places of the web page",
        ],
        "first": "https://a.example/newsletters/2026-05-08/schools/#sessions come to a session",
        "kind": "link",
        "second": "",
      },
    ]
  `);
});

it('is refused for every fact that one of its parts drops, alters or unmarks', () => {
  // From the title on: what is over it is the same in both forms.
  const html = digest.bulletin.html.slice(digest.bulletin.html.indexOf('<h1'));
  const words = digest.bulletin.text.slice(digest.bulletin.text.indexOf('\n\n\n'));
  const url = digest.bulletin.webUrl;
  const ofHtml = (tree: Nodes) => factsOf(readHtml(tree, { url }));
  const ofText = (part: string) => factsOf(readTextPart(part));
  const [one, other] = [ofHtml(parseHtml(html)), ofText(words)];
  const missed = [
    ...mutateHtml(html).map((mutant) => ({
      ...mutant,
      found: compareFacts(ofHtml(mutant.source), other),
    })),
    ...mutateText(words).map((mutant) => ({
      ...mutant,
      found: compareFacts(one, ofText(mutant.source)),
    })),
  ].filter(({ kind, found }) =>
    kind === 'word' ? found.length === 0 : !kinds(found).includes(kind),
  );
  expect(missed.map(({ how, kind, what }) => `${how} ${kind} “${what}”`)).toEqual([]);
});

it('is refused where both of its parts leave out the same date, item or deadline', () => {
  for (const gone of [
    '19 May 2026',
    '30 June 2026',
    '15 May 2026',
    'Come to a session',
    'Invoices',
  ]) {
    const [html, words] = [digest.bulletin.html, digest.bulletin.text].map((part) =>
      part.replaceAll(new RegExp(gone.replaceAll(' ', '(?: |&#160;)'), 'g'), ''),
    );
    expect(words).not.toBe(digest.bulletin.text);
    const bulletin = { ...digest.bulletin, html: html ?? '', text: words ?? '' };
    expect(digest.differences(today, bulletin), gone).not.toEqual([]);
  }
});

import { afterAll, expect, it } from 'vitest';
import { rm } from 'node:fs/promises';
import { edition, writeContent } from '../../../testing/content/write-content.ts';
import { openLibrary } from '../../reading/read-library.ts';
import { checkLibrary } from '../../running/check-content.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** What the rule says of an item that is due on 30 June 2026, with these texts. */
const saidOf = (...texts: string[]) => saidOfItem('2026-06-30', ...texts);

/** The same of an item that is due on this day, or at this time. */
async function saidOfItem(due: string, ...texts: string[]): Promise<Record<string, string[]>> {
  const files = Object.fromEntries(
    texts.map((text, i) => [
      `newsletters/2026-05-${String(i + 1).padStart(2, '0')}.mdx`,
      edition(
        `<Item id="a" title="Invoices" action="action-required" due="${due}">\n\n${text}\n\n</Item>`,
      ).replace('date: 2026-05-08', `date: 2026-05-${String(i + 1).padStart(2, '0')}`),
    ]),
  );
  const folder = await writeContent(files);
  folders.push(folder);
  const { findings } = await checkLibrary(await openLibrary(folder), { for: 'draft' });
  return Object.fromEntries(
    texts.map((text, i) => [
      text,
      findings
        .filter(
          ({ rule, file }) =>
            rule === 'date/deadline-agrees' &&
            file.endsWith(`${String(i + 1).padStart(2, '0')}.mdx`),
        )
        .map(({ message }) => message),
    ]),
  );
}

const leads = [
  'Send your invoice by',
  'Please send your invoice no later than',
  'You have until',
  'You can apply until',
  'Applications are open until',
  'Send it before',
  'Your invoice is due on',
  'Invoices are due by',
  'Registration closes on',
  'The closing date is',
  'The deadline is',
  'The deadline for quarter 2 invoices is',
  'The last day is',
  'The last day to send your invoice is',
  'Send your invoice by 5 pm on',
  'Send your invoice by the close of business on',
];

it.each(['29 June', 'Monday 29 June 2026', '<Day on="2026-06-29" />'])(
  'sees another deadline, %s, in every usual wording',
  async (day) => {
    const said = await saidOf(...leads.map((lead) => `${lead} ${day}.`));
    expect(Object.values(said)).toEqual(
      leads.map(() => ['The item says it is due on 30 June 2026, and the text says 29 June 2026.']),
    );
  },
);

it('sees a deadline that is named after its date', async () => {
  expect(await saidOf('Monday 29 June is the last day to send your invoice.')).toEqual({
    'Monday 29 June is the last day to send your invoice.': [
      'The item says it is due on 30 June 2026, and the text says 29 June 2026.',
    ],
  });
});

it('is silent on the same day, and on other dates in the same item', async () => {
  const texts = [
    'Send your invoice by <Day on="2026-06-30" />.',
    'Send your invoice by 30 June. We will pay it by <Day on="2026-07-20" />.',
    'We will publish the results by <Day on="2026-07-20" />.',
    'Your contract manager will meet with you before 10 July.',
    'This is for students who enrolled before 1 June.',
    'The payment covers the time until 3 July.',
    'The portal is closed from 12 June until 15 June.',
    'The webinar is on 17 June. Read the guide before the webinar.',
    'Send your draft by 12 June, and the invoice by 30 June.',
    'Term 2 ends on 3 July.',
    'Schools that had not replied by 1 May get a letter.',
  ];
  expect(Object.values(await saidOf(...texts)).flat()).toEqual([]);
});

it('holds the last day of a survey to the day its item is due', async () => {
  const survey = (closes: string, text = '') =>
    `${text}\n\n<Survey title="our survey" url="https://www.education.govt.nz/survey" closes="${closes}">\n\nTell us.\n\n</Survey>`;
  const said = await saidOf(
    survey('2026-06-29', 'Tell us.'),
    survey('2026-06-30', 'Tell us.'),
    survey('2026-06-29', 'Send your invoice by 30 June.'),
  );
  expect(Object.values(said)).toEqual([
    ['The item says it is due on 30 June 2026, and its survey closes on 29 June 2026.'],
    [],
    [],
  ]);
});

it('sees a subject that gives an item another day than its own', async () => {
  const folder = await writeContent({
    'newsletters/2026-05-08.mdx': `---
date: 2026-05-08
summary: What this edition says.
bulletins:
  schools:
    subject: Invoices due 22 May, term ends
    preheader: Two sessions in May, and what is new.
---

<Item id="a" title="Quarter 1 invoices" action="action-required" due="2026-05-15">

Send us your invoice.

</Item>

<Item id="b" title="A webinar">

It is on 22 May.

</Item>
`,
  });
  folders.push(folder);
  const { findings } = await checkLibrary(await openLibrary(folder), { for: 'draft' });
  expect(
    findings.filter(({ rule }) => rule === 'date/deadline-agrees').map(({ message }) => message),
  ).toEqual(['This names 22 May 2026, and the item “Quarter 1 invoices” is due on 15 May 2026.']);
});

it('holds a time that the text gives against that of the item', async () => {
  const texts = [
    'Send it by 5 pm on <Day on="2026-06-30" />.',
    'Send it by 5pm on 30 June.',
    'It closes at 4pm on 30 June.',
    'Send it by 30 June.',
    'Our office opens at 9am on 30 June.',
  ];
  expect(await saidOfItem('2026-06-30T17:00', ...texts)).toMatchInlineSnapshot(`
    {
      "It closes at 4pm on 30 June.": [
        "The item says it is due at 5pm, and the text says 4pm.",
      ],
      "Our office opens at 9am on 30 June.": [],
      "Send it by 30 June.": [],
      "Send it by 5 pm on <Day on="2026-06-30" />.": [],
      "Send it by 5pm on 30 June.": [],
    }
  `);
  expect(await saidOf(...texts.slice(1))).toMatchInlineSnapshot(`
    {
      "It closes at 4pm on 30 June.": [
        "The text says 4pm, and the to-do list and the calendars only say the day.",
      ],
      "Our office opens at 9am on 30 June.": [],
      "Send it by 30 June.": [],
      "Send it by 5pm on 30 June.": [
        "The text says 5pm, and the to-do list and the calendars only say the day.",
      ],
    }
  `);
});

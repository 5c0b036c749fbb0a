import { correction, edition, type Files } from './write-content.ts';

/* Corrections of something that is not there, or to somebody who did not get it. */

const name = 'corrections/2026-05-12-invoice-date.mdx';
const items = edition(
  [
    '<Item id="invoices" title="Invoices" action="for-information">\n\nSend them.\n\n</Item>',
    '<Item id="reports" title="Reports" action="for-information" audience="providers">\n\nSend them.\n\n</Item>',
  ].join('\n\n'),
).replace(
  'bulletins:\n',
  'bulletins:\n  providers:\n    subject: Reports\n    preheader: And invoices.\n',
);
const both =
  'bulletins:\n  providers:\n    subject: "Correction: invoices"\n    preheader: We gave the wrong day.\n';

/** What was wrong, the files with it, and what is said: a line a problem. */
type Row = [string, Files, string[]];

const row = (what: string, from: string, to: string, ...messages: string[]): Row => {
  const good = correction('Sorry.').replace('bulletins:\n', both);
  return [what, { 'newsletters/2026-05-08.mdx': items, [name]: good.replace(from, to) }, messages];
};

export const badCorrections: Row[] = [
  row(
    'a correction of an item that is not there',
    '#invoices',
    '#invoice',
    `${name}:4: Expected an item of 2026-05-08: invoices, reports. Found "invoice". Write 2026-05-08#invoices if that is what you meant.`,
  ),
  row(
    'a correction of an edition that is not there',
    '2026-05-08#invoices',
    '2026-06-12',
    `${name}:4: Expected an edition: 2026-05-08. Found "2026-06-12". Name the newsletter that was wrong by its date.`,
  ),
  row(
    'a correction of something that is no item',
    '2026-05-08#invoices',
    '/newsletters/2026-05-08/#invoices',
    `${name}:4: Expected an edition, such as 2026-05-08, or an item of one, such as 2026-05-08#invoices. Found "corrects: /newsletters/2026-05-08/#invoices". Write "corrects: …" with an edition, such as 2026-05-08, or an item of one, such as 2026-05-08#invoices.`,
  ),
  row(
    'a correction from before its edition',
    'date: 2026-05-12',
    'date: 2026-05-07',
    `${name}:3: Expected a file name of the date and a few words, at most 80 characters, such as 2026-05-07-invoice-date.mdx. Found 2026-05-12-invoice-date.mdx. Rename the file, or correct the date.`,
    `${name}:3: Expected a date on or after that of the edition, 8 May 2026. Found 7 May 2026. Correct one of the two dates.`,
  ),
  row(
    'a correction to an audience that did not get the item',
    '#invoices',
    '#reports',
    `${name}:11: Expected a subject and a preheader for those who got the item "reports": providers. Found one for schools, who did not get it. Remove "schools".`,
  ),
  row(
    'a correction that leaves out an audience that got the item',
    both,
    'bulletins:\n',
    `${name}:7: Expected a subject and a preheader for those who got the item "invoices": providers, schools. Found none for providers. Add "providers" under "bulletins".`,
  ),
  row(
    'a correction whose subject does not say that it is one',
    '"Correction: invoices"',
    'Invoices again',
    `${name}:9: Expected a subject that starts with "Correction: ". Found "subject: Invoices again". Write "subject: …" with a subject that starts with "Correction: ".`,
  ),
  row(
    'a correction that announces an event again',
    'Sorry.',
    'Sorry.\n\n<Event id="drop-in" title="Drop-in" audience="Schools" mode="online" sameContent="yes">\n\n<Session id="a" start="2026-05-19T11:00" end="2026-05-19T11:45" />\n\n</Event>',
    `${name}:17: Expected no <Event> in a correction: calendars follow the one in the edition. Found <Event id="drop-in">. Correct the session in the edition, with "moved" if its time changed, and link to it.`,
  ),
  row(
    'a link in a correction to an item that its readers do not get',
    'Sorry.',
    '<For audience="schools">\n\nSee [reports](/newsletters/2026-05-08/schools/#reports).\n\n</For>',
    `${name}:17: Expected an anchor of /newsletters/2026-05-08/schools/: invoices. Found a link to /newsletters/2026-05-08/schools/#reports. Open the page in the site and copy its address from there.`,
  ),
  [
    'a correction whose name has no date',
    {
      'newsletters/2026-05-08.mdx': items,
      'corrections/invoice-date.mdx': correction('Sorry.').replace('bulletins:\n', both),
    },
    [
      'corrections/invoice-date.mdx:3: Expected a file name of the date and a few words, at most 80 characters, such as 2026-05-12-invoice-date.mdx. Found invoice-date.mdx. Rename the file, or correct the date.',
    ],
  ],
];

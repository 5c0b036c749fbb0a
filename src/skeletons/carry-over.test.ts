import { readFile, rm } from 'node:fs/promises';
import { afterAll, expect, it } from 'vitest';
import { checkContent } from '../checks/running/check-content.ts';
import { contacts, edition, type Files, writeContent } from '../testing/content/write-content.ts';
import { newsletter } from './newsletter.ts';
import type { Wish } from './skeleton.ts';
import { startDocument } from './start-document.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const item = (id: string, title: string, inside: string, more = ' action="for-information"') =>
  `<Item id="${id}" title="${title}"${more}>\n\n${inside}\n\n</Item>`;

const sessions = `<Event id="drop-in" title="Drop-in session" audience="Schools" mode="online" sameContent="yes">

<Session id="19-may" start="2026-05-19T11:00" end="2026-05-19T11:45" register="https://ministry.example/19" moved="2026-05-09" />

</Event>

- Come on <Day on="2026-05-19" />
- Or in the term, <Period from="2026-04-20" to="2026-07-03" />`;

const promises = `<ComingUp edition="2026-06-05">

- Guidance, out on <Day on="2026-05-29" />

</ComingUp>

<For audience="schools">

<ComingUp>

- Something for schools

</ComingUp>

</For>`;

const may = [
  '<Greeting mi="Kia ora koutou" />',
  'Words of May.',
  '<For audience="schools">\n\nWords.\n\n<SignOff mi="Ngā mihi" role="Manager" />\n\n</For>',
  item(
    'drop-in-sessions',
    'Drop-in sessions',
    sessions,
    ' action="action-required" due="2026-05-19" audience="schools"',
  ),
  item('once', 'Only in May', 'Ask <Contact id="service-desk" />.'),
  item('coming-up', 'Coming up', promises),
].join('\n\n');
const april = edition(
  [
    item('drop-in-sessions', 'Drop-in sessions', 'Come.'),
    item('coming-up', 'Coming up', 'Much.'),
  ].join('\n\n'),
).replace('2026-05-08', '2026-04-10');

const files: Files = {
  'contacts.yaml': contacts,
  'newsletters/2026-04-10.mdx': april,
  'newsletters/2026-05-08.mdx': edition(may),
};

async function startFrom(wish: Partial<Wish>, more: Files = {}) {
  const folder = await writeContent({ ...files, ...more });
  folders.push(folder);
  const now = new Date('2026-05-31T23:30:00Z');
  return { folder, ...(await startDocument(newsletter, { name: '', ...wish }, { folder, now })) };
}

const refusal = (wish: Partial<Wish>, more: Files = {}) =>
  startFrom(wish, more).then(
    () => 'It was made.',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );

it('carries over what stands in two editions and what was promised, its days by whole weeks, for the same readers', async () => {
  const { file, carried, audiences } = await startFrom({ from: 'last' });
  const text = await readFile(file, 'utf8');
  expect(audiences).toEqual(['schools']);
  expect(carried?.join('\n')).toMatchInlineSnapshot(`
    "Carried over: the greeting.
    Carried over: who signs it.
    Carried over: “Drop-in sessions”, which the edition of 10 April 2026 has too; its days are 4 weeks later, for you to check.
    Carried over: “Coming up”, which the edition of 10 April 2026 has too.
    Promised on 8 May 2026, and begun here: “Guidance, out on <Day on="2026-05-29" />”.
    Promised on 8 May 2026, and begun here: “Something for schools”.
    Left behind, since the edition of 10 April 2026 has nothing of their ids: “Only in May”."
  `);
  expect(text.slice(text.indexOf('<Greeting'))).toMatchInlineSnapshot(`
    "<Greeting mi="Kia ora koutou" />

    TBC: say in two or three short paragraphs what matters most in this edition.

    <For audience="schools">

    <SignOff mi="Ngā mihi" role="Manager" />

    </For>

    <Item
      id="tbc-promised-1"
      title="TBC: promise 1"
      action="for-information"
      topic="TBC: what it is about, in a word or two"
    >

    TBC: on 8 May 2026 we promised this. Say what became of it:

    Guidance, out on <Day on="2026-05-29" />

    </Item>

    <Item
      id="tbc-promised-2"
      title="TBC: promise 2"
      action="for-information"
      audience="schools"
      topic="TBC: what it is about, in a word or two"
    >

    TBC: on 8 May 2026 we promised this. Say what became of it:

    Something for schools

    </Item>

    <Item
      id="drop-in-sessions"
      title="Drop-in sessions"
      action="action-required"
      due="2026-06-16"
      audience="schools"
    >

    <Event id="drop-in" title="Drop-in session" audience="Schools" mode="online" sameContent="yes">

    <Session id="16-june" start="2026-06-16T11:00" end="2026-06-16T11:45" register="https://registration.example/tbc" />

    </Event>

    - Come on <Day on="2026-06-16" />
    - Or in the term, <Period from="2026-05-18" to="2026-07-31" />

    </Item>

    <Item id="coming-up" title="Coming up" action="for-information">

    <ComingUp>

    - TBC: a topic of the next edition

    </ComingUp>

    <For audience="schools">

    <ComingUp>

    - TBC: a topic of the next edition

    </ComingUp>

    </For>

    </Item>
    "
  `);
});

it('mails a digest to those who got one', async () => {
  const digest = edition(may).replace('    preheader:', '    form: digest\n    preheader:');
  const { file } = await startFrom({ from: 'last' }, { 'newsletters/2026-05-08.mdx': digest });
  expect(await readFile(file, 'utf8')).toContain('    form: digest\n');
});

it('is a draft in which check finds nothing but what is to be written', async () => {
  const { folder, file } = await startFrom({ from: '2026-05-08' });
  const { findings, placeholders } = await checkContent({ folder, for: 'draft', files: [file] });
  expect(findings).toEqual([]);
  expect(placeholders).toBeGreaterThan(5);
});

it('keeps each weekday where the new edition comes out on another', async () => {
  const { file } = await startFrom({ from: 'last', on: '2026-06-10' });
  expect(await readFile(file, 'utf8')).toContain('start="2026-06-23T11:00"');
});

it('takes no item of a first edition for one that stands in each, and begins what comes next', async () => {
  const { file, carried } = await startFrom(
    { from: 'last' },
    { 'newsletters/2026-04-10.mdx': undefined },
  );
  const text = await readFile(file, 'utf8');
  expect(text).not.toContain('Drop-in sessions');
  expect(text).toContain('<ComingUp>\n\n- TBC');
  expect(carried?.at(-1)).toMatchInlineSnapshot(
    `"Left behind, since only a second edition can show which items stand in each: “Drop-in sessions”, “Only in May”, “Coming up”."`,
  );
});

it('starts from the newest that is published, not from a draft', async () => {
  const draft = edition(item('x', 'A draft', 'Words.'))
    .replace('2026-05-08', '2026-05-22')
    .replace('---', '---\nstate: draft');
  const { carried } = await startFrom({ from: 'last' }, { 'newsletters/2026-05-22.mdx': draft });
  expect(carried?.join()).not.toContain('A draft');
});

it('says what to do where it cannot start, and makes nothing', async () => {
  const none = { 'newsletters/2026-04-10.mdx': undefined, 'newsletters/2026-05-08.mdx': undefined };
  const said = [
    await refusal({ from: '2026-05-09' }),
    await refusal({ from: 'last', on: '2026-05-01' }),
    await refusal({ from: 'last' }, none),
  ];
  expect(said.join('\n\n')).toMatchInlineSnapshot(`
    "--from 2026-05-09
      Expected an edition of that day.
      Found none.
      Say --from last, or one of 2026-05-08, 2026-04-10.

    1 problem. Nothing was changed.

    --on 2026-05-01
      Expected a day after the edition that it starts from, 8 May 2026.
      Found 1 May 2026.
      Choose a later day, or another edition with --from.

    1 problem. Nothing was changed.

    --from last
      Expected an edition that is no draft.
      Found none.
      Leave --from out, to begin the first.

    1 problem. Nothing was changed."
  `);
});

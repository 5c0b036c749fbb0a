import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '../checks/running/check-content.ts';
import { writeContent } from '../testing/content/write-content.ts';
import { importDocument, type Wish } from './import-document.ts';
import { lostIn } from './loss/compare-facts.ts';

const now = new Date('2026-05-04T09:00:00+12:00');
const newsletter = 'src/testing/importing/sources/provider-newsletter.md';
let folder: string;
beforeAll(async () => {
  folder = await writeContent();
});
afterAll(() => rm(folder, { recursive: true }));

const draft = (path: string, wish: Partial<Wish> = {}) =>
  importDocument(path, { as: 'newsletter', ...wish }, { folder, now, write: false });

async function draftOf(text: string) {
  const path = join(folder, 'source.md');
  await writeFile(path, text);
  return draft(path, { on: '2026-05-08' });
}

/** The draft of a text, from beneath its front matter. */
async function bodyOf(text: string, name = 'source.txt'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  const { mdx } = await draft(path, { on: '2026-05-08' });
  return mdx.slice(mdx.indexOf('\n---\n') + 6);
}

describe('a newsletter', () => {
  it('becomes an edition of typed blocks', async () => {
    const { mdx } = await draft(newsletter);
    await expect(mdx).toMatchFileSnapshot('../testing/importing/expected/provider-newsletter.mdx');
  });

  it('is a draft that the checks find no fault in but those of its source', async () => {
    const own = await writeContent({ 'newsletters/2026-05-08.mdx': undefined });
    const { file, written } = await importDocument(
      newsletter,
      { as: 'newsletter' },
      { folder: own, now, write: true },
    );
    expect(written).toBe(true);
    const { findings } = await checkContent({ folder: own, for: 'draft', files: [file] });
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "“invoices@sample.example” is typed here instead of taken from the contacts.",
        "“0800 123 456” is typed here instead of taken from the contacts.",
        "“desk@panui.example” is typed here instead of taken from the contacts.",
      ]
    `);
    await rm(own, { recursive: true });
  });

  it('says where its contents list and its headings differ', async () => {
    expect((await draft(newsletter)).notes.contents).toMatchInlineSnapshot(`
      [
        "“Drop In Sessions for Schools” in the list is “Drop In Sessions” in its heading.",
        "“Agency Survey - Prizes up for grabs” in the list is “Agency Forum Survey - Prizes Up for Grabs” in its heading.",
        "“Coming in our next newsletter” in the list is “Coming up in our next newsletter” in its heading.",
        "“A heading that was cut” in the list has no heading.",
      ]
    `);
  });

  it('says what it left out and why, and what is still to do', async () => {
    const { notes } = await draft(newsletter);
    expect(notes.leftOut.map(({ words, why }) => `${words}: ${why}`)).toMatchInlineSnapshot(`
      [
        ": a link that writes or calls: invoices@sample.example stands in words or as a contact",
        ": a link that writes or calls: desk@panui.example stands in words or as a contact",
        "Te Pokapū Tauira Sample Ministry: the masthead: page and bulletin have their own",
        "8 May 2026: the date: 2026-05-08",
        "In this issue:
      Introduction
      Quarter 1 invoices – action required
      What is new in the case system - for information
      Reminder: Where to send queries – for information
      Drop In Sessions for Schools – action required
      Agency Survey - Prizes up for grabs – have your say
      Coming in our next newsletter– for information
      A heading that was cut – for information: the contents list, which is made anew of the titles",
        "Introduction: the introduction has no title: it opens the edition",
      ]
    `);
    expect([...notes.mended, ...notes.toDo]).toMatchInlineSnapshot(`
      [
        "The link “the guide” leads to https://www.education.govt.nz/guide, with encryption: it led to http://www.education.govt.nz/guide.",
        "An entry that a page turn broke is joined again, before “improvements will be delivered in a future release.”.",
        "Say where the link “on this page” leads: in the source it leads nowhere.",
        "Add whoever reads invoices@sample.example to contacts.yaml, and name that contact in place of the address.",
        "Add whoever reads desk@panui.example to contacts.yaml, and name that contact in place of the address.",
      ]
    `);
  });

  it('loses nothing', async () => {
    const { loss } = await draft(newsletter);
    expect(lostIn(loss)).toEqual([]);
    expect(loss.sentences.count).toBeGreaterThan(40);
  });

  it('makes the same bytes of the same file', async () => {
    expect((await draft(newsletter)).mdx).toBe((await draft(newsletter)).mdx);
  });
});

describe('an import', () => {
  it('leaves a document that is there as it is', async () => {
    const there = await readFile(join(folder, 'newsletters/2026-05-08.mdx'), 'utf8');
    const again = importDocument(newsletter, { as: 'newsletter' }, { folder, now, write: true });
    await expect(again).rejects.toThrow('no newsletter of this name yet');
    expect(await readFile(join(folder, 'newsletters/2026-05-08.mdx'), 'utf8')).toBe(there);
  });

  it('asks for a day where the file names none', async () => {
    const path = join(folder, 'undated.txt');
    await writeFile(path, 'Words without a day.\n');
    await expect(draft(path)).rejects.toThrow('of the command with --on');
  });

  it('reads plain text as the words it is', async () => {
    expect(
      await bodyOf(
        'Update\n\nInvoices\n\nPay *now* & keep <the receipt> under a_b [10%].\nIt is 1 line.\n\n• one\n• two\n\n1) first\n2) second\n',
      ),
    ).toMatchInlineSnapshot(`
      "<Item id="invoices" title="Invoices" action="for-information">

      Pay \\*now\\* & keep \\<the receipt> under a_b [10%]. It is 1 line.

      - one
      - two

      1. first
      2. second

      </Item>
      "
    `);
  });

  it('keeps the numbers of a list and what is nested in it', async () => {
    expect(
      await bodyOf(
        '# News\n\n## Steps\n\n3. third\n7. seventh\n   - within\n     - deeper\n\nEnd.\n',
        'a.md',
      ),
    ).toMatchInlineSnapshot(`
      "<Item id="steps" title="Steps" action="for-information">

      3. third
      7. seventh
         - within
           - deeper

      End.

      </Item>
      "
    `);
  });

  it('mends umlauts in words that can be Māori, and leaves others', async () => {
    expect(
      await bodyOf(
        '# News\n\n## One\n\nMäori whänau met Müller and Zoë.\u00AD They\u00A0left.\n',
        'b.md',
      ),
    ).toContain('Māori whānau met Müller and Zoë. They left.');
  });
});

describe('an item', () => {
  it('offers sessions, key dates, a checklist and a survey where the evidence is clear', async () => {
    const { mdx, notes, loss } = await draftOf(
      '# News\n\n## Sessions\n\nCome along.\n\n### Session for Providers\n\nHeld online. The same session twice.\n\n#### Dates and times\n\n- Tues 19 May, 11-11.45am – register [here](https://registration.example.org.nz/a)\n- Thursday 21 May, 12-12.45pm - register [here](#)\n\nProviders can join.\n\n## Key dates\n\n- 15 May: Invoices are due\n- 6 July to 17 July 2026 – Schools are closed\n\n## Invoices\n\nYour invoice must include **ALL** of these:\n\n- Name\n- Amount\n\n## The annual survey\n\nTake [the survey](https://www.education.govt.nz/survey). It closes on 29 May.\n\n## When we met\n\n- On 19 May from 11am to noon we met, and it was good\n',
    );
    expect(lostIn(loss)).toEqual([]);
    expect(mdx.slice(mdx.indexOf('\n---\n') + 6)).toMatchInlineSnapshot(`
      "<Item id="sessions" title="Sessions" action="for-information">

      Come along.

      <Event id="session-for-providers" title="Session for Providers" audience="Providers" mode="online" sameContent="yes">

      Held online. The same session twice.

      <Session id="2026-05-19" start="2026-05-19T11:00" end="2026-05-19T11:45" register="https://registration.example.org.nz/a" />

      <Session id="2026-05-21" start="2026-05-21T12:00" end="2026-05-21T12:45" register="https://link.example/tbc" />

      Providers can join.

      </Event>

      </Item>

      <Item id="key-dates" title="Key dates" action="for-information">

      <Dates id="key-dates-list" title="Key dates">

      - <Day on="2026-05-15" /> Invoices are due
      - <Period from="2026-07-06" to="2026-07-17" /> Schools are closed

      </Dates>

      </Item>

      <Item id="invoices" title="Invoices" action="for-information">

      <Checklist title="Your invoice must include ALL of these">

      - Name
      - Amount

      </Checklist>

      </Item>

      <Item id="the-annual-survey" title="The annual survey" action="for-information">

      <Survey title="The annual survey" url="https://www.education.govt.nz/survey" closes="2026-05-29">

      Take [the survey](https://www.education.govt.nz/survey). It closes on 29 May.

      </Survey>

      </Item>

      <Item id="when-we-met" title="When we met" action="for-information">

      - On 19 May from 11am to noon we met, and it was good

      </Item>
      "
    `);
    expect(notes.proposals.map(({ made, confidence }) => `${confidence}: ${made}`))
      .toMatchInlineSnapshot(`
        [
          "likely: <Event title="Session for Providers" mode="online" sameContent="yes">",
          "certain: <Session start="2026-05-19T11:00" end="2026-05-19T11:45" register="https://registration.example.org.nz/a" />",
          "certain: <Session start="2026-05-21T12:00" end="2026-05-21T12:45" register="https://link.example/tbc" />",
          "certain: <Dates>: <Day on="2026-05-15" />",
          "certain: <Dates>: <Period from="2026-07-06" to="2026-07-17" />",
          "likely: <Checklist title="Your invoice must include ALL of these">",
          "likely: <Survey url="https://www.education.govt.nz/survey" closes="2026-05-29">",
        ]
      `);
    expect(notes.toDo).toMatchInlineSnapshot(`
      [
        "Say where the link “here” leads: in the source it leads nowhere.",
        "Say where people register for the session of 2026-05-21.",
      ]
    `);
  });
});

describe('a table', () => {
  const table = '| Region | Paid |\n|---|---|\n| Otago | $3,100 |';
  const item = (before: string) => `# Bulletin\n\n## Payments\n\n${before}\n\n${table}\n`;

  it.each([
    ['Table 1: Payments by region', 'Payments by region'],
    ['**Table 2.** Payments by region', 'Payments by region'],
    ['**Payments by region:**', 'Payments by region'],
  ])('takes its title from a caption straight above it: %s', async (caption, title) => {
    expect(await bodyOf(item(caption), 'source.md')).toContain(
      `<Table title="${title}">\n\n| Region`,
    );
  });

  it.each([
    'Payments by region',
    '**These were paid.**',
    '**Paid** to each region',
    'Table 1 shows what was paid.',
    '**Table 1: Payments**\n\nPaid in June.',
  ])('has none where what stands above it is prose: %s', async (before) => {
    expect(await bodyOf(item(before), 'source.md')).not.toContain('<Table');
  });
});

describe('guidance', () => {
  it('has a principle for each paragraph of several that begins in bold', async () => {
    const path = join(folder, 'families.md');
    await writeFile(
      path,
      '# Working with families\n\n8 May 2026\n\nAsk first.\n\n## How\n\n**Respect:** Families choose.\n\n**Be clear:** Say it plainly.\n\nA **stress:** alone.\n',
    );
    const { mdx, loss } = await draft(path, { as: 'guidance' });
    expect(lostIn(loss)).toEqual([]);
    expect(mdx).toMatchInlineSnapshot(`
      "---
      state: draft
      title: Working with families
      summary: "TBC: what it covers and for whom, in one or two sentences."
      # Whom it is written for: take out who is not meant.
      audiences: [providers, schools]
      topic: "TBC: the group it stands in, such as Home education"
      # Who keeps it true: the id of a contact in contacts.yaml.
      owner: service-desk
      lastReviewed: 2026-05-08
      # When somebody checks every sentence again.
      nextReview: 2027-05-08
      changes:
        - date: 2026-05-08
          note: First published.
      ---

      Ask first.

      ## How

      <Principle id="respect" title="Respect">

      Families choose.

      </Principle>

      <Principle id="be-clear" title="Be clear">

      Say it plainly.

      </Principle>

      A **stress:** alone.
      "
    `);
  });
});

describe('a known issue', () => {
  it('takes the keys that its labels name, and leaves the rest as its text', async () => {
    const path = join(folder, 'issue.md');
    await writeFile(
      path,
      '# A case is missing from my list\n\n| Status | Workaround available |\n|---|---|\n| Area | Cases |\n| Owner | The desk |\n\nFirst reported: 3 March 2026\n\n## What you see\n\nThe list is empty.\n\n## Workaround\n\n1. Reload.\n2. Ask.\n',
    );
    const { mdx, loss } = await draft(path, { as: 'known-issue' });
    expect(lostIn(loss)).toEqual([]);
    expect(mdx).toMatchInlineSnapshot(`
      "---
      state: draft
      title: A case is missing from my list
      # One of investigating, workaround, partly-fixed, fixed, will-not-fix. Once a release mends it, add fixedIn: its file name.
      status: workaround
      system: "TBC: the system it happens in"
      area: Cases
      # Who is affected: take out who is not.
      audiences: [providers, schools]
      whatYouSee: The list is empty.
      doNow: "TBC: what to do now, in one short sentence"
      firstReported: 2026-03-03
      lastUpdated: 2026-05-04
      # Whom to tell: the id of a contact in contacts.yaml.
      reportTo: service-desk
      ---

      Owner: The desk

      ## Workaround

      1. Reload.
      2. Ask.
      "
    `);
  });
});

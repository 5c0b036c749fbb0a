import { spawn } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeContent } from '../src/testing/content/write-content.ts';
import { outcomeOf } from '../src/testing/outcome-of.ts';

const program = fileURLToPath(new URL('panui.ts', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await writeContent();
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the real program in the content folder, on 1 June 2026, with words that may have spaces. */
async function panui(...line: string[]) {
  const child = spawn(process.execPath, [program, ...line], {
    cwd: folder,
    env: { PANUI_CONTENT: '.', PANUI_NOW: '2026-06-01T09:00:00+12:00' },
  });
  return outcomeOf(child);
}

describe('panui new', () => {
  it('makes the next edition, and says where, of which day, why, and what to do next', async () => {
    const { code, out, err } = await panui('new', 'newsletter');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "Made newsletters/2026-06-05.mdx
      Dated Friday 5 June 2026, the next free Friday, because the edition of 8 May 2026 came out on a Friday too. For another, add --on.

      Next
        Open it, and write over everything that says TBC, in capitals or not.
        See what else is to be mended:
            npm run -s panui -- check newsletters/2026-06-05.mdx --for draft
        Look at its page:
            npm start
        Then look at it as an email:
            npm run -s panui -- show 2026-06-05 --audience providers --as png > newsletter.png
        It is a draft: shown to nobody else, and never sent. Once it is written, see whether it is ready:
            npm run -s panui -- check newsletters/2026-06-05.mdx
        When it is, take the line "state: draft" out of its top.
      "
    `);
    expect(await readFile(join(folder, 'newsletters/2026-06-05.mdx'), 'utf8'))
      .toMatchInlineSnapshot(`
        "---
        state: draft
        date: 2026-06-05
        summary: "TBC: what is in this edition, in one or two sentences for the archive and the search."
        bulletins:
          providers:
            subject: "TBC for 5 June: most urgent fact, its date"
            preheader: "TBC: what else is in it for providers, in 40 to 100 characters."
          schools:
            subject: "TBC for 5 June: most urgent fact, its date"
            preheader: "TBC: what else is in it for schools, in 40 to 100 characters."
        ---

        <Greeting mi="Kia ora koutou" />

        TBC: say in two or three short paragraphs what matters most in this edition.

        <SignOff mi="Ngā mihi" role="TBC: the role of the person who signs" team="TBC: their team" />

        <Item
          id="tbc-task"
          title="TBC: what readers have to do"
          action="action-required"
          due="2026-06-19"
          topic="TBC: what it is about, in a word or two"
        >

        TBC: say what to do, how and why. Do it by <Day on="2026-06-19" /> (TBC: the right day, here and as the due date). For help, write to <Contact id="service-desk" />.

        </Item>

        <Item
          id="tbc-session-item"
          title="TBC: what people can come to"
          action="save-the-date"
          topic="TBC: what it is about, in a word or two"
        >

        TBC: say who should come, and what they will take away.

        <Event id="tbc-event" title="TBC: what the session is called" audience="TBC: whom it is meant for" mode="online" sameContent="yes">

        TBC: the right day and times, and the address where people register.

        <Session id="tbc-session" start="2026-06-16T11:00" end="2026-06-16T11:45" register="https://registration.example/tbc" />

        </Event>

        </Item>

        <Item
          id="coming-up"
          title="Coming up in our next newsletter"
          action="for-information"
          topic="This newsletter"
        >

        <ComingUp>

        - TBC: a topic of the next edition

        </ComingUp>

        Is there something you would like to read about? Tell <Contact id="service-desk" />.

        </Item>
        "
      `);
  });

  it('takes the day that is said, and tells what speaks against it', async () => {
    const { code, out } = await panui('new', 'newsletter', '--on', '2026-05-30');
    expect(code).toBe(0);
    expect(out.split('\n\n')[0]).toMatchInlineSnapshot(`
      "Made newsletters/2026-05-30.mdx
      Dated Saturday 30 May 2026.
      Consider: Saturday 30 May 2026 has passed.
      Consider: Saturday 30 May 2026 is on a weekend."
    `);
  });

  it('takes a title with or without quotation marks around it', async () => {
    expect((await panui('new', 'guidance', 'Whānau and kura')).out).toContain(
      'Made guidance/whanau-and-kura.mdx\n',
    );
    expect((await panui('new', 'known-issue', 'A', 'list', 'is', 'empty')).out).toContain(
      'Made known-issues/ki-002.mdx\n',
    );
    expect(await readFile(join(folder, 'known-issues/ki-002.mdx'), 'utf8')).toContain(
      '\ntitle: A list is empty\n',
    );
  });

  it('says of a correction that the edition is to be put right too', async () => {
    const line = ['new', 'correction', 'The day', '--of', '2026-05-08', '--on', '2026-05-12'];
    expect((await panui(...line)).out).toMatchInlineSnapshot(`
      "Made corrections/2026-05-12-the-day.mdx
      Dated Tuesday 12 May 2026.
      Consider: Tuesday 12 May 2026 has passed.

      Next
        Open it, and write over everything that says TBC, in capitals or not.
        Put the edition right too, since the web shows it as it is: newsletters/2026-05-08.mdx
        See what else is to be mended:
            npm run -s panui -- check corrections/2026-05-12-the-day.mdx --for draft
        Look at its page:
            npm start
        Then look at it as an email:
            npm run -s panui -- show 2026-05-12-the-day --audience schools --as png > correction.png
        It is a draft: shown to nobody else, and never sent. Once it is written, see whether it is ready:
            npm run -s panui -- check corrections/2026-05-12-the-day.mdx
        When it is, take the line "state: draft" out of its top.
      "
    `);
  });

  it('reports in JSON to other programs', async () => {
    const { out } = await panui('new', 'release', 'AS-CMS', '--on', '2026-06-18', '--json');
    expect(JSON.parse(out)).toEqual({
      kind: 'release',
      id: 'as-cms-2026-06-18',
      file: join(folder, 'releases/as-cms-2026-06-18.mdx'),
      day: '2026-06-18',
      advice: [],
      next: expect.arrayContaining([
        {
          do: 'See what else is to be mended:',
          run: 'npm run -s panui -- check releases/as-cms-2026-06-18.mdx --for draft',
        },
      ]),
    });
  });

  it('adds a contact or a term to the end of its list, once', async () => {
    const before = await readFile(join(folder, 'contacts.yaml'), 'utf8');
    const { code, out } = await panui('new', 'contact', 'Media', 'team');
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "Added "media-team" to contacts.yaml, on line 9.

      Next
        Open it, and write over everything that says TBC. A list has no drafts: until it is written, nothing is built for sending.
        See whether it is ready:
            npm run -s panui -- check contacts.yaml
        Then a document shows it with <Contact id="media-team" />.
      "
    `);
    const after = await readFile(join(folder, 'contacts.yaml'), 'utf8');
    expect(after.slice(0, before.length)).toBe(before);
    expect(after.slice(before.length)).toMatchInlineSnapshot(`
      "
      media-team:
        name: Media team
        summary: "TBC: what this contact is for, as one sentence."
        audiences: [providers, schools]
        purposes: ["TBC: what to bring here"]
      "
    `);
    const again = await panui('new', 'contact', 'media team');
    expect([again.code, again.err]).toMatchInlineSnapshot(`
      [
        2,
        "contacts.yaml:9
        Expected no contact "media-team" yet.
        Found one, which is left as it is.
        Go on with it, or name another team or role.

      1 problem. Nothing was changed.
      ",
      ]
    `);
    expect(await readFile(join(folder, 'contacts.yaml'), 'utf8')).toBe(after);
    expect(JSON.parse((await panui('new', 'term', 'Case plan', '--json')).out)).toMatchObject({
      kind: 'term',
      id: 'case-plan',
      file: join(folder, 'glossary.yaml'),
    });
  });

  it('says everything that is wrong with a command line, and makes nothing', async () => {
    const before = await readdir(folder, { recursive: true });
    const lines = [
      ['new'],
      ['new', 'newsleter'],
      ['new', 'newsletter', '2026-06-12'],
      ['new', 'newsletter', 'June', '--on', 'Friday', '--of', '2026-05-08'],
      ['new', 'guidance', '--on', '2026-02-30'],
      ['new', 'release', ' '],
      ['new', 'guidance', 'Two\nlines'],
      ['new', 'correction'],
      ['new', 'correction', 'The day', '--of', '8 May'],
      ['new', 'newsletter', '--from', 'May', '--of', '2026-05-08'],
      ['new', 'guidance', 'Visits', '--from', 'last'],
      ['new', 'term', '--on', '2026-06-12'],
    ];
    const said = await Promise.all(
      lines.map(async (line) => {
        const { code, out, err } = await panui(...line);
        expect({ line, code, out }).toEqual({ line, code: 2, out: '' });
        return `$ panui ${line.join(' ')}\n${err}`;
      }),
    );
    expect(said.join('\n')).toMatchInlineSnapshot(`
      "$ panui new
      Expected KIND, one of newsletter, guidance, known-issue, release, correction, contact, term; found nothing.
      Nothing was changed. For help: npm run -s panui -- new --help

      $ panui new newsleter
      Expected KIND to be one of newsletter, guidance, known-issue, release, correction, contact, term; found "newsleter". Did you mean "newsletter"?
      Nothing was changed. For help: npm run -s panui -- new --help

      $ panui new newsletter 2026-06-12
      Expected no title after "newsletter": its day is its name; found "2026-06-12". Did you mean "--on 2026-06-12"?
      Nothing was changed. For help: npm run -s panui -- new --help

      $ panui new newsletter June --on Friday --of 2026-05-08
      Expected no title after "newsletter": its day is its name; found "June".
      Expected --on to be a day that exists, written 2026-06-12; found "Friday".
      Expected --of only with "new correction", not "newsletter".
      Nothing was changed. For help: npm run -s panui -- new --help

      $ panui new guidance --on 2026-02-30
      Expected the title after "guidance", such as "Working with families"; found nothing.
      Expected --on to be a day that exists, written 2026-06-12; found "2026-02-30".
      Nothing was changed. For help: npm run -s panui -- new --help

      $ panui new release  
      Expected the system after "release", such as AS-CMS; found nothing.
      Nothing was changed. For help: npm run -s panui -- new --help

      $ panui new guidance Two
      lines
      Expected the title after "guidance", such as "Working with families"; found line breaks or control characters in it.
      Nothing was changed. For help: npm run -s panui -- new --help

      $ panui new correction
      Expected the title after "correction", such as "The due date for invoices"; found nothing.
      Expected --of to be an edition, such as 2026-05-08, or an item of one, such as 2026-05-08#invoices; found nothing.
      Nothing was changed. For help: npm run -s panui -- new --help

      $ panui new correction The day --of 8 May
      Expected --of to be an edition, such as 2026-05-08, or an item of one, such as 2026-05-08#invoices; found "8 May".
      Nothing was changed. For help: npm run -s panui -- new --help

      $ panui new newsletter --from May --of 2026-05-08
      Expected --of only with "new correction", not "newsletter".
      Expected --from to be "last" or the day of an edition, written 2026-05-08; found "May".
      Nothing was changed. For help: npm run -s panui -- new --help

      $ panui new guidance Visits --from last
      Expected --from only with "new newsletter", not "guidance".
      Nothing was changed. For help: npm run -s panui -- new --help

      $ panui new term --on 2026-06-12
      Expected the word or short form after "term", such as "Support plan"; found nothing.
      Expected no --on with "new term": it is an entry of a list.
      Nothing was changed. For help: npm run -s panui -- new --help
      "
    `);
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });

  it('leaves a document alone that is there', async () => {
    const before = await readFile(join(folder, 'newsletters/2026-05-08.mdx'), 'utf8');
    const { code, err } = await panui('new', 'newsletter', '--on', '2026-05-08');
    expect([code, err]).toMatchInlineSnapshot(`
      [
        2,
        "newsletters/2026-05-08.mdx
        Expected no newsletter of this name yet.
        Found one, which is left as it is.
        Go on with it, or choose another day with --on.

      1 problem. Nothing was changed.
      ",
      ]
    `);
    expect(await readFile(join(folder, 'newsletters/2026-05-08.mdx'), 'utf8')).toBe(before);
  });
});

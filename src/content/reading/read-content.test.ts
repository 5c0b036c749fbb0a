import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { badCorrections } from '../../testing/content/bad-corrections.ts';
import { badBlocks } from '../../testing/content/bad-blocks.ts';
import { badFiles } from '../../testing/content/bad-files.ts';
import { badFrontMatter } from '../../testing/content/bad-front-matter.ts';
import { badOrder } from '../../testing/content/bad-order.ts';
import { badPublished } from '../../testing/content/bad-published.ts';
import { badText } from '../../testing/content/bad-text.ts';
import {
  contacts,
  edition,
  guidance,
  knownIssue,
  refusal,
  writeContent,
  type Files,
} from '../../testing/content/write-content.ts';
import { readContent } from './read-content.ts';

const letterWith = (from: string, to: string): Files => ({
  'newsletters/2026-05-08.mdx': edition('Kia ora.').replace(from, to),
});

describe('good content', () => {
  it('is read, sorted, with the line of each key', async () => {
    const content = await readContent(
      await writeContent({
        'newsletters/2026/2026-06-12.mdx': edition('Later.').replace('2026-05-08', '2026-06-12'),
        'known-issues/ki-000.mdx': knownIssue.replace('workaround', 'fixed'),
      }),
    );
    expect(content.newsletters.map(({ id }) => id)).toEqual(['2026-06-12', '2026-05-08']);
    expect(content.knownIssues.map(({ id }) => id)).toEqual(['ki-001', 'ki-000']);
    expect(content.guidance[0]?.lineOf(['owner'])).toBe(6);
    expect(content.contacts.get('service-desk')?.email).toBe('desk@ministry.example');
    expect([...content.glossary.keys()]).toEqual(['asp']);
  });

  it('keeps values as they were written: a leading zero, a year, the word No', async () => {
    const content = await readContent(
      await writeContent({
        ...letterWith('summary: What this edition says.', 'summary: No'),
        'contacts.yaml': contacts
          .replace('0800 555 010', '0800555010')
          .replace('For anything about AS-CMS.', '2026'),
      }),
    );
    expect(content.newsletters[0]?.data.summary).toBe('No');
    expect(content.contacts.get('service-desk')).toMatchObject({
      phone: '0800555010',
      summary: '2026',
    });
  });

  it('gives the same whatever the line ends, byte order mark and composition of letters', async () => {
    const text = edition('Kia ora koutou, e ngā kaimahi.\n\n- Mārama\n- **Tēnā** `kōwhai`').replace(
      'What this edition says.',
      'Ngā mahi.',
    );
    const read = async (written: string) => {
      const folder = await writeContent({ 'newsletters/2026-05-08.mdx': written });
      const { newsletters } = await readContent(folder);
      return newsletters.map(({ data, body }) => ({ data, body }));
    };
    const plain = await read(text);
    expect(JSON.stringify(plain)).toContain('Mārama'.normalize('NFC'));
    expect(await read(text.replaceAll('\n', '\r\n'))).toEqual(plain);
    expect(await read(`\ufeff${text}`)).toEqual(plain);
    expect(text.normalize('NFD')).not.toBe(text);
    expect(await read(text.normalize('NFD'))).toEqual(plain);
  });

  it('may do without a glossary and without most kinds of document', async () => {
    const folder = await writeContent({
      'glossary.yaml': undefined,
      'guidance/families.mdx': undefined,
      'known-issues/ki-001.mdx': undefined,
      'releases/as-cms-may.mdx': undefined,
    });
    expect(await readContent(folder)).toMatchObject({ guidance: [], knownIssues: [] });
  });

  it('is what the sample is', async () => {
    const sample = await readContent(resolve('content'));
    expect(sample.newsletters.map(({ id }) => id)).toEqual(['2026-05-08', '2026-04-10']);
    expect(await readFile(sample.newsletters[0]?.file ?? '', 'utf8')).toContain('date: 2026-05-08');
    expect(sample.guidance.map(({ id }) => id)).toContain('home-education');
  });
});

describe('bad content', () => {
  it('is listed all at once, by file and line, and nothing is read', async () => {
    expect(
      await refusal({
        'newsletters/2026-05-08.mdx': edition(
          [
            'import Callout from "../Callout.astro";',
            '',
            'Hello {name}, in fewer than <5 days.',
            '',
            '<!-- check with legal -->',
            '',
            '<Callot kind="note" title="Read this">',
            '',
            '[The guide](http://ministry.example/guide)',
            '',
            '</Callot>',
            '',
            '<Button to="/contacts/" label="Go" onclick="track()" />',
          ].join('\n'),
        ).replace('summary:', 'sumary:'),
        'guidance/families.mdx': guidance('Ends <Day on="2026-04-31" />.').replace(
          '[providers]',
          '[provider]',
        ),
        'contacts.yaml': contacts.replace('name:', 'name: The Desk:'),
        'releases/as-cms-may.mdx': 'What changed in May.',
      }),
    ).toMatchInlineSnapshot(`
      "contacts.yaml:2
        Expected lines of "key: value".
        Found a second colon on the line.
        Put the whole value in quotation marks.

      guidance/families.mdx:4
        Expected an audience: providers or schools.
        Found "provider" in "audiences".
        Write "providers" if that is what you meant.

      guidance/families.mdx:10
        Expected a date that exists.
        Found on="2026-04-31" in <Day>.
        Write on="…" with a date that exists.

      newsletters/2026-05-08.mdx:3
        Expected only these keys: title, date, summary, bulletins, state, orthography, acks.
        Found "sumary".
        Write "summary" if that is what you meant.

      newsletters/2026-05-08.mdx:9
        Expected paragraphs, headings, lists, tables, quotations, links and blocks.
        Found a line that starts with "import".
        Remove it: a document needs no code. If it is a sentence, start it with another word.

      newsletters/2026-05-08.mdx:11
        Expected a block after "<".
        Found "<5 days.".
        Say "less than", or write &lt; for a plain "<".

      newsletters/2026-05-08.mdx:11
        Expected plain words.
        Found {name}.
        Write the words themselves. For a plain brace write &#123; or &#125;.

      newsletters/2026-05-08.mdx:13
        Expected paragraphs, headings, lists, tables, quotations, links and blocks.
        Found a comment.
        Remove it. Notes to colleagues belong outside the document.

      newsletters/2026-05-08.mdx:15
        Expected one of the blocks: Greeting, SignOff, For, Item, Category, Checklist, Table, Dates, Contact, Event, Session, Survey, Guidance, Principle, KnownIssue, Release, Callout, Button, Picture, Pictures, Attachments, Quote, Fold, ComingUp, Reorua, Reo, Day, Period, WebOnly, EmailOnly.
        Found <Callot>.
        Write <Callout> if that is what you meant.

      newsletters/2026-05-08.mdx:17
        Expected a link to a page of this site, starting with "/", or to an address that starts with https://.
        Found [The guide](http://ministry.example/guide).
        Write https://ministry.example/guide.

      newsletters/2026-05-08.mdx:21
        Expected only these in <Button>: to, label.
        Found "onclick".
        Remove "onclick".

      releases/as-cms-may.mdx:1
        Expected front matter: lines of "key: value" between two lines of three hyphens.
        Found text straight away.
        Start the file with "---", the keys, and "---" again, each on a line of its own.

      12 problems. Nothing was changed."
    `);
  });

  it.each([
    ...badFiles,
    ...badFrontMatter,
    ...badBlocks,
    ...badText,
    ...badOrder,
    ...badCorrections,
    ...badPublished,
  ])('is refused for %s', async (_, files, messages) => {
    const said = (await refusal(files)).split('\n\n');
    const count = messages.length === 1 ? '1 problem' : `${messages.length} problems`;
    expect(said.at(-1)).toBe(`${count}. Nothing was changed.`);
    expect(said.slice(0, -1).map(onOneLine)).toEqual(messages);
  });

  it('is refused when there is no such folder, or a file in its place', async () => {
    const folder = join(await writeContent(), 'contacts.yaml');
    for (const path of [folder, `${folder}-nowhere`]) {
      await expect(readContent(path)).rejects.toThrow(
        'Expected the folder of documents.\n  Found no such folder.\n  Set PANUI_CONTENT to',
      );
    }
  });
});

const onOneLine = (problem: string) => problem.replace('\n  ', ': ').replaceAll('\n  ', ' ');

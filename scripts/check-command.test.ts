import { spawn } from 'node:child_process';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { rules } from '../src/checks/rules/all-rules.ts';
import { edition, writeContent } from '../src/testing/content/write-content.ts';
import { outcomeOf } from '../src/testing/outcome-of.ts';

const program = fileURLToPath(new URL('panui.ts', import.meta.url));
const kupu = fileURLToPath(new URL('../content/kupu.yaml', import.meta.url));
const file = 'newsletters/2026-05-08.mdx';
const folders: string[] = [];
let folder: string;

const header = (acks = '') =>
  `---\ndate: 2026-05-08\nsummary: What this edition says.\nbulletins:\n  schools:\n    subject: One thing to do\n    preheader: And one to know, which is said here at some length.\n${acks}---\n`;

beforeEach(async () => {
  folder = await writeContent();
  await cp(kupu, join(folder, 'kupu.yaml'));
  folders.push(folder);
});
afterAll(() => Promise.all(folders.map((one) => rm(one, { recursive: true }))));

/** Writes the edition and runs `panui check` on it, in its folder. */
async function check(content: string | undefined, ...flags: string[]) {
  if (content !== undefined) await writeFile(join(folder, file), content);
  const child = spawn(process.execPath, [program, 'check', file, ...flags], {
    cwd: folder,
    env: { PANUI_CONTENT: '.' },
  });
  return outcomeOf(child);
}

describe('panui check', () => {
  it('shows each finding under its document with its line, and exits with 1 on an error', async () => {
    const body = 'Come on Wednesday 12 May, 11-11.45am.\n\nRead it [here](#). Ngā mihi.\n';
    expect(await check(`${header()}\n${body}`)).toMatchInlineSnapshot(`
      {
        "code": 1,
        "err": "",
        "out": "newsletters/2026-05-08.mdx  3 errors and 2 warnings

        10:9   error    12 May 2026 is a Tuesday.  date/weekday-mismatch
               | Come on Wednesday 12 May, 11-11.45am.
               |         ^^^^^^^^^
               → Write <Day on="2026-05-12" />, which works the weekday out, or correct the date.

        10:27  warning  Write “11am to 11:45am”, not “11-11.45am”.  time/format
               | Come on Wednesday 12 May, 11-11.45am.
               |                           ^^^^^^^^^^
               → 11am to 11:45am  (--fix does this)

        12:9   error    “here” does not lead anywhere yet.  link/placeholder
               | Read it [here](#). Ngā mihi.
               |         ^^^^^^^^^
               → Open the page it should lead to, and copy its address from the browser.

        12:10  error    “here” does not say where the link leads.  link/generic-text
               | Read it [here](#). Ngā mihi.
               |          ^^^^
               → Use the title of the page, or what people will do there.

        12:20  warning  “Ngā mihi” is not marked as te reo Māori.  reo/lang-tag
               | Read it [here](#). Ngā mihi.
               |                    ^^^^^^^^
               → <Reo mi="Ngā mihi" />

      3 errors and 2 warnings in 1 document of 31 words.

      Next
        Errors have to be mended before anything can be approved or sent.
        Mend a warning, or acknowledge it in the front matter with rule, reason and by.
        One can be mended for you: npm run -s panui -- check newsletters/2026-05-08.mdx --fix
        Why each rule is there: npm run -s panui -- check --rules
      ",
      }
    `);
  });

  it('counts the placeholders of a draft, and exits with 0 where no error stands', async () => {
    const { code, out } = await check(
      `${header()}\nRead [our guide for May](#) by <Day on="2026-05-20" />.\n`,
      '--for',
      'draft',
    );
    expect(out).toMatchInlineSnapshot(`
      "Nothing to mend in 1 document of 29 words. 1 placeholder to fill in before sending.
      "
    `);
    expect(code).toBe(0);
  });

  it('speaks to programs in JSON, and to GitHub in its own words', async () => {
    const json: unknown = JSON.parse(
      (await check(`${header()}\nTo the whanau, 100%: nga mihi\n`, '--format', 'json')).out,
    );
    expect(json).toMatchObject({
      findings: [
        {
          rule: 'reo/macron-canonical',
          line: 10,
          column: 8,
          words: 'whanau',
          suggestion: 'whānau',
          fixable: true,
        },
        {
          rule: 'reo/macron-canonical',
          severity: 'error',
          line: 10,
          column: 22,
          words: 'nga mihi',
        },
      ],
    });
    const { code, out } = await check(undefined, '--format', 'github');
    expect([code, out]).toMatchInlineSnapshot(`
      [
        1,
        "::warning file=newsletters/2026-05-08.mdx,line=10,col=8,endColumn=14,title=reo/macron-canonical::Write “whānau”, not “whanau”. → whānau
      ::error file=newsletters/2026-05-08.mdx,line=10,col=22,endColumn=30,title=reo/macron-canonical::Write “Ngā mihi”, not “nga mihi”. → Ngā mihi
      ",
      ]
    `);
  });

  it('mends what is safe and shows it, and leaves quotations, links, code and names alone', async () => {
    await writeFile(
      join(folder, 'kupu.yaml'),
      `${await readFile(join(folder, 'kupu.yaml'), 'utf8')}`.replace(
        'exceptions: []',
        'exceptions:\n  - Whanau Kura',
      ),
    );
    const body = [
      'Nga mihi to the whanau of Whanau Kura: come on Tues 19 May 2026, 11-11.45am - or 12pm.',
      '“Nga mihi to the whanau,” they said. Type `whanau`, or read [the whanau page](/guidance/families/).',
      '',
    ].join('\r\n');
    const { out } = await check(`${header().replaceAll('\n', '\r\n')}\r\n${body}`, '--fix');
    expect(out.split('\n\n')[0]).toMatchInlineSnapshot(`
      "newsletters/2026-05-08.mdx
        @@ line 10
        - Nga mihi to the whanau of Whanau Kura: come on Tues 19 May 2026, 11-11.45am - or 12pm.
        + Ngā mihi to the whānau of Whanau Kura: come on Tuesday 19 May 2026, 11am to 11:45am – or midday."
    `);
    const mended = await readFile(join(folder, file), 'utf8');
    expect(mended).toContain('\r\nNgā mihi to the whānau of Whanau Kura');
    expect(mended).toContain('Type `whanau`, or read [the whanau page](/guidance/families/).\r\n');
    const again = await check(undefined, '--fix');
    expect(await readFile(join(folder, file), 'utf8')).toBe(mended);
    expect(again.out).not.toContain('@@');
  });

  it('lets a warning stand that somebody acknowledged, and says so', async () => {
    const acks =
      'acks:\n  - rule: date/relative\n    words: next week\n    reason: It is the name of the event.\n    by: Manager\n';
    const { code, out } = await check(
      `${header(acks)}\nCome to Next Week, the play, which opens next week.\n`,
    );
    expect([code, out]).toMatchInlineSnapshot(`
      [
        0,
        "newsletters/2026-05-08.mdx  1 warning

        15:9  warning  “Next Week” depends on the day it is read.  date/relative
              | Come to Next Week, the play, which opens next week.
              |         ^^^^^^^^^
              → Give the date, or leave it out.

      1 warning in 1 document of 29 words. 1 warning acknowledged.

      Next
        Mend a warning, or acknowledge it in the front matter with rule, reason and by.
        Why each rule is there: npm run -s panui -- check --rules

      Nothing else was checked. A build for sending wants every document right, those that are quoted too:
          npm run -s panui -- check
      ",
      ]
    `);
  });

  it('takes no acknowledgement of an error, of nothing, or of a rule that is none', async () => {
    const ack = (rule: string) => `  - rule: ${rule}\n    reason: It is right.\n    by: Manager\n`;
    const acks = `acks:\n${ack('date/weekday-mismatch')}${ack('date/relative')}${ack('date/relativ')}`;
    const { code, out } = await check(`${header(acks)}\nCome on Wednesday 12 May 2026.\n`);
    expect([code, out]).toMatchInlineSnapshot(`
      [
        1,
        "newsletters/2026-05-08.mdx  3 errors and 1 warning

        9:3   error    “date/weekday-mismatch” is an error here, and errors cannot be acknowledged.  check/acks
              |   - rule: date/weekday-mismatch
              |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              → Mend the text, and remove the acknowledgement.

        12:3  warning  This acknowledges “date/relative”, which finds nothing here any more.  check/acks
              |   - rule: date/relative
              |   ^^^^^^^^^^^^^^^^^^^^^
              → Remove the acknowledgement.

        15:3  error    There is no rule “date/relativ”.  check/acks
              |   - rule: date/relativ
              |   ^^^^^^^^^^^^^^^^^^^^
              → Copy the name of the rule from the warning.

        20:9  error    12 May 2026 is a Tuesday.  date/weekday-mismatch
              | Come on Wednesday 12 May 2026.
              |         ^^^^^^^^^
              → Write <Day on="2026-05-12" />, which works the weekday out, or correct the date.

      3 errors and 1 warning in 1 document of 25 words.

      Next
        Errors have to be mended before anything can be approved or sent.
        Mend a warning, or acknowledge it in the front matter with rule, reason and by.
        Why each rule is there: npm run -s panui -- check --rules
      ",
      ]
    `);
  });

  it('lists every rule with the reason for it', async () => {
    const { code, out } = await check(edition('Kia ora.'), '--rules');
    expect(code).toBe(0);
    for (const { id, why } of rules) expect(out).toContain(`  ${id}\n      ${why}`);
    const { err } = await check(undefined, '--rules', '--fix');
    expect(err).toContain(
      'Expected one of --rules, --links and --fix at a time; found --rules and --fix.',
    );
  });

  it('compares dates with the day of sending, where that is given', async () => {
    const body = `${header()}\nSend it no later than 12 May 2026.\n`;
    const alone = await check(body);
    expect(alone.code).toBe(0);
    expect(alone.out).toContain('Nothing else was checked.');
    const { code, out } = await check(body, '--on', '2026-05-13');
    expect(code).toBe(1);
    expect(out).toContain('which is before this edition goes out on 13 May 2026');
    // The weekday of a date without a year does not change with it.
    const other = `${header()}\nWe met on Tuesday 12 May.\n`;
    expect((await check(other, '--on', '2026-12-20')).code).toBe(0);
  });

  it('says of a file that is none, or of a day that is none, what was expected', async () => {
    const child = await check(edition('Kia ora.'), 'newsletters/2026-13-13.mdx');
    expect(child).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "newsletters/2026-13-13.mdx
        Expected a document of the content folder.
        Found no such document.
        Name a file of the content folder, or none to check all of them.

      1 problem. Nothing was changed.
      ",
        "out": "",
      }
    `);
    expect(await check(undefined, '--on', 'Friday')).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "Expected --on to be a day written 2026-05-11; found "Friday".
      Nothing was changed. For help: npm run -s panui -- check --help
      ",
        "out": "",
      }
    `);
  });
});

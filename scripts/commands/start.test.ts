import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panui-start-'));
});
afterAll(() => rm(folder, { recursive: true }));

const environment = (more: Record<string, string> = {}) => ({
  ...process.env,
  PANUI_OUT: join(folder, 'dist'),
  PANUI_DATA: join(folder, 'data'),
  PANUI_NOW: '2026-05-08T09:00:00+12:00',
  ...more,
});

function panui(line: string[], more: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, ['scripts/panui.ts', ...line], { env: environment(more) });
}

/** Everything a process has printed when it ends, or when `until` has been said. */
async function said(child: ChildProcess, until?: RegExp): Promise<string> {
  let text = '';
  const listen = (stream: ChildProcess['stdout']) =>
    stream?.on('data', (chunk) => {
      text += String(chunk);
      if (until?.test(text)) child.emit('said');
    });
  listen(child.stdout);
  listen(child.stderr);
  await Promise.race([once(child, 'close'), once(child, 'said')]);
  return text;
}

const withoutNumbers = (text: string) =>
  text
    .replaceAll(/\S*dist\b|\S*data\b/g, 'FOLDER')
    .replaceAll(/localhost:\d+/g, 'localhost:PORT')
    .replaceAll(/port \d+/gi, (words) => words.replace(/\d+/, 'N'))
    .replaceAll(/[\d,]+ (pages|words|entries|KB)/g, 'N $1');

// Whole builds: slow on a busy machine.
describe('panui start', { timeout: 120_000 }, () => {
  it('builds, rehearses, says what happened, moves off a busy port, and serves until it is stopped', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    const address = busy.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const child = panui(['start', '--port', String(port)]);
    const text = await said(child, /Ctrl-C/);
    expect(withoutNumbers(text)).toMatchInlineSnapshot(`
      "Building the site and the bulletins …

      Site: N pages; the search looks through N words in N entries.
      Bulletins:
        2026-05-08 for schools: N KB
        2026-05-08 for providers: N KB
        2026-04-14-public-holidays-in-term-2 for schools: N KB
        2026-04-14-public-holidays-in-term-2 for providers: N KB
        2026-04-10 for schools: N KB
        2026-04-10 for providers: N KB
      Lists: providers 12, schools 18 (sample lists, loaded now).
      Checks of 2026-05-08: no errors, no warnings. It can be approved.
      Rehearsal of 2026-05-08 for providers: the outbox now has 12 messages.
        FOLDER/outbox/2026-05-08/providers/index.html
      Rehearsal of 2026-05-08 for schools: the outbox now has 18 messages.
        FOLDER/outbox/2026-05-08/schools/index.html
      Nothing was sent to anybody.
      Port N is busy, so this is port N.

      Open http://localhost:PORT/
      Write at http://localhost:PORT/desk/
      Press Ctrl-C to stop.
      "
    `);

    const url = /Open (\S+)/.exec(text)?.[1] ?? '';
    const page = await fetch(new URL('/newsletters/2026-05-08/', url));
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('What you need to do');
    const bulletin = await readFile(join(folder, 'dist/bulletins/2026-05-08/schools.txt'), 'utf8');
    expect(bulletin).toContain(`${url}newsletters/2026-05-08/schools/`);

    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    busy.close();
  });
});

describe('panui build', { timeout: 120_000 }, () => {
  it('refuses bad content and errors of the checks, each with its place, ends with 2, and leaves the last good build', async () => {
    const content = join(folder, 'content');
    await cp('content', content, { recursive: true });
    const file = join(content, 'newsletters/2026-05-08.mdx');
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text
        .replace('summary:', 'sumary:')
        .replace('<Greeting', '<Greting')
        .replace('2026-05-19T', '2026-02-30T'),
    );
    const before = await readdir(join(folder, 'dist'));
    const child = panui(['build'], { PANUI_CONTENT: content });
    const printed = await said(child);
    expect(child.exitCode).toBe(2);
    expect(printed.replaceAll(`${content}/`, '')).toMatchInlineSnapshot(`
      "newsletters/2026-05-08.mdx:4
        Expected only these keys: title, date, summary, bulletins, state, orthography, acks.
        Found "sumary".
        Write "summary" if that is what you meant.

      newsletters/2026-05-08.mdx:18
        Expected one of the blocks: Greeting, SignOff, For, Item, Category, Checklist, Table, Dates, Contact, Event, Session, Survey, Guidance, Principle, KnownIssue, Release, Callout, Button, Picture, Pictures, Attachments, Quote, Fold, ComingUp, Reorua, Reo, Day, Period, WebOnly, EmailOnly.
        Found <Greting>.
        Write <Greeting> if that is what you meant.

      newsletters/2026-05-08.mdx:157
        Expected a date that exists.
        Found start="2026-02-30T11:00" in <Session>.
        Write start="…" with a date that exists.

      3 problems. Nothing was changed.
      "
    `);
    await writeFile(
      file,
      text.replace('Thank you for all', 'Email desk@ministry.example. Thank you for all'),
    );
    const refused = panui(['build'], { PANUI_CONTENT: content });
    expect((await said(refused)).replaceAll(`${content}/`, '')).toMatchInlineSnapshot(`
      "newsletters/2026-05-08.mdx:34
        Expected no error of the rule contact/registry.
        Found this: “desk@ministry.example” is typed here instead of taken from the contacts.
        Add it to contacts.yaml, and write <Contact id="…" />.

      1 problem. Nothing was changed.
      "
    `);
    expect(refused.exitCode).toBe(2);
    expect(await readdir(join(folder, 'dist'))).toEqual(before);
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('will not replace a folder that holds somebody’s other work', async () => {
    const out = join(folder, 'mine');
    await cp('content', out, { recursive: true });
    const child = panui(['build'], { PANUI_OUT: out });
    const printed = await said(child);
    expect(child.exitCode).toBe(2);
    expect(printed).toContain('Expected an empty folder, or one that an earlier build filled.');
    expect(await readdir(out)).toContain('contacts.yaml');
  });

  it('builds the same bytes from the same content, twice at once too', async () => {
    const outs = [join(folder, 'one'), join(folder, 'two')];
    await Promise.all(
      outs.map(async (PANUI_OUT) => {
        const child = panui(['build'], {
          PANUI_OUT,
          PANUI_SITE_URL: 'https://news.ministry.example',
        });
        await said(child);
        expect(child.exitCode).toBe(0);
      }),
    );
    const [one = [], two = []] = await Promise.all(
      outs.map(async (out) => (await readdir(out, { recursive: true })).toSorted()),
    );
    expect(one).toEqual(two);
    for (const file of one) {
      const [first, second] = await Promise.all(
        outs.map(async (out) => {
          const path = join(out, file);
          return (await stat(path)).isFile() ? readFile(path) : Buffer.alloc(0);
        }),
      );
      expect(first?.equals(second ?? Buffer.alloc(1)), file).toBe(true);
    }
  });
});

import { openStore } from '../src/delivery/store/open-store.ts';
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeContent } from '../src/testing/content/write-content.ts';
import { exampleBulletin, writeExampleBulletin } from '../src/testing/sending/example-bulletin.ts';
import { fakeProvider } from '../src/testing/sending/fake-provider.ts';
import { serveFakeProvider } from '../src/testing/sending/fake-server.ts';
import { outcomeOf } from '../src/testing/outcome-of.ts';

/* No address of a person is ever printed, but by the command that shows one person. */

const program = fileURLToPath(new URL('panui.ts', import.meta.url));
const content = await writeContent();
const provider = fakeProvider({
  now: Date.now,
  impossible: (address) => address.startsWith('impossible.person'),
});
let folder: string;
let server: Awaited<ReturnType<typeof serveFakeProvider>>;

/** Every way in which an address gets into a list where nobody expects it. */
const hostile = [
  'email,name,organisation,date,column.person@kura.example',
  'good.person@kura.example,Good,Te Kura,,',
  'no at.person kura.example,Jo,,,',
  'dotless.person@kura,Jo,,,',
  'twice.person@kura.example,One,,,',
  'TWICE.PERSON@kura.example,Two,,,',
  'Named Person <named.person@kura.example>,Jo,,,',
  '"first.person@kura.example, second.person@kura.example",Jo,,,',
  'shifted,shifted.person@kura.example,,,',
  'dated.person@kura.example,Jo,,date.person@kura.example,',
  'injected.person@kura.example,"Jo\nBcc: victim.person@kura.example",,,',
  'wide.person@kura.example,Jo,,,,extra.person@kura.example',
  'māori.person@kura.example,Jo,,,',
  '=cmd.person@kura.example,"=HYPERLINK(""mailto:link.person@kura.example"")",,,',
  'impossible.person@kura.example,Jo,,,',
  `${'long.person'.repeat(9)}@kura.example,Jo,,,`,
].join('\n');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panui-'));
  server = await serveFakeProvider(provider);
  await writeExampleBulletin(join(folder, 'dist'), exampleBulletin());
  await writeFile(join(folder, 'hostile.csv'), hostile);
  await writeFile(join(folder, 'broken.csv'), `${hostile}\n"open.person@kura.example,Jo\n`);
  await writeFile(
    join(folder, 'nos.csv'),
    'email,reason,source\nfirst.person@kura.example,told second.person@kura.example,third.person@kura.example\n',
  );
  await writeFile(join(folder, 'bare.csv'), 'bare.person@kura.example,Jo\n');
  await writeFile(
    join(folder, 'two.csv'),
    'email\ngood.person@kura.example\nnew.person@kura.example\n',
  );
});
afterAll(async () => {
  await server.close();
  await rm(content, { recursive: true });
});

/** Runs the command with a line of words, and what is typed into it. */
async function panui(line: readonly string[], typed: string) {
  const child = spawn(process.execPath, [program, ...line], {
    cwd: folder,
    env: {
      PANUI_CONTENT: content,
      PANUI_DATA: 'data',
      PANUI_OUT: 'dist',
      PANUI_SITE_URL: 'https://news.example',
      RESEND_API_KEY: 're_test',
      RESEND_BASE_URL: server.url,
      NODE_COMPILE_CACHE: join(tmpdir(), 'panui-compiled'),
    },
  });
  child.stdin.end(typed);
  const { code, out, err } = await outcomeOf(child);
  return { code, said: out + err };
}

const person = 'good.person@kura.example';
const edition = '2026-05-08 --audience providers';

/** Exit codes and lines; "~" stands for a space inside a word, and after "<" stands what is typed. */
const lines: [number, string][] = [
  [2, 'lists import providers hostile.csv'],
  [2, 'lists import providers hostile.csv --debug'],
  [2, 'lists import providers broken.csv --skip-invalid'],
  [2, 'lists import providers bare.csv'],
  [1, 'lists import providers hostile.csv --skip-invalid'],
  [1, 'lists import providers hostile.csv --skip-invalid --json'],
  [2, 'lists import providers two.csv --replace'],
  [2, 'lists import providers two.csv --replace --skip-invalid'],
  [2, 'lists suppress hostile.csv'],
  [2, 'lists suppress bare.csv'],
  [2, 'lists suppress odd~person@kura.example'],
  [2, `lists suppress ${person},other.person@kura.example`],
  [2, `lists suppress unheld.person@kura.example --source ${person}`],
  [0, 'lists suppress unheld.person@kura.example'],
  [0, 'lists suppress unheld.person@kura.example --json'],
  [0, 'lists suppress nos.csv'],
  [0, 'lists'],
  [0, 'lists export providers out.csv'],
  [2, 'lists export providers out.csv'],
  [2, person],
  [2, `lists ${person}`],
  [2, `lists import ${person} two.csv`],
  [2, `lists show ${person} other.person@kura.example`],
  [2, 'lists show odd~person@kura.example'],
  [2, `lists forget ${person},other.person@kura.example`],
  [2, `status ${person}`],
  [2, `send ${edition} --via ${person}`],
  [2, `send ${edition} --to ${person}`],
  [2, `send ${edition} --via resend --expect ${person}`],
  [2, `test ${edition} --to Jo~<${person}>`],
  [0, `test ${edition} --to ${person}`],
  [0, `test ${edition} --to ${person} --json`],
  [0, `test ${edition} --to - < ${person}\nother.person@kura.example\n`],
  [2, `test ${edition} --to - < odd person@kura.example`],
  [2, `test ${edition} --to -`],
  [0, `lists suppress - --list providers < typed.person@kura.example\n`],
  [0, `lists lift - --by Lead --reason wrote < typed.person@kura.example\n`],
  [2, 'lists lift - --by Lead --reason wrote'],
  [2, `test ${edition} --to impossible.person@kura.example --via resend`],
  [2, `approve ${edition} --by ${person}`],
  [0, `approve ${edition} --by Lead`],
  [0, `send ${edition}`],
  [0, 'status --json'],
  [1, `send ${edition} --via resend --any-time --expect 4`],
  [0, 'status'],
  [0, `resolve ${edition}`],
  [0, `resolve ${edition} --json`],
  [2, `resolve ${edition} --chunk 3 --as sent --by ${person}`],
  [2, `lists unsubscribe ${person} --by ${person}`],
  [2, 'lists unsubscribe nobody.person@kura.example --by Lead'],
  [0, `lists unsubscribe ${person} --by Lead`],
  [2, `lists unsubscribe ${person} --by Lead`],
];

/** After the bulletins of one person bounced for good. */
const restoring: [number, string][] = [
  [2, `lists restore ${person} --by Lead --reason mended`],
  [2, `lists restore twice.person@kura.example --by ${person} --reason ${person}`],
  [2, 'lists restore twice.person@kura.example,good.person@kura.example --by Lead --reason x'],
  [2, 'lists restore nobody.person@kura.example --by Lead --reason mended'],
  [0, 'lists restore twice.person@kura.example --by Lead --reason their~server~was~mended'],
  [2, 'lists restore twice.person@kura.example --by Lead --reason mended'],
  [0, 'lists'],
  [0, 'lists export providers restored.csv'],
  [0, `lists forget ${person}`],
];

describe('no address is printed', () => {
  const holds = async (code: number, line: string) => {
    const [words = '', typed = ''] = line.split(' < ');
    const answer = await panui(
      words.split(' ').map((word) => word.replaceAll('~', ' ')),
      typed,
    );
    expect(answer.said).not.toMatch(/\.person|person@/i);
    expect(answer.code, answer.said).toBe(code);
  };
  it.each(lines)('(exit %i) panui %s', holds);

  it('nor after a bounce', () => {
    const store = openStore({ data: join(folder, 'data') });
    const changed = store.change(
      `UPDATE subscriptions SET status = 'bounced' WHERE subscriber =
         (SELECT id FROM subscribers WHERE address = 'twice.person@kura.example')`,
    );
    store.close();
    expect(changed).toBe(1);
  });
  it.each(restoring)('(exit %i) panui %s', holds);

  it('and none stands in the bulletins or the journal, while the outbox and the export hold them', async () => {
    const files = (await readdir(folder, { recursive: true })).filter((name) =>
      /dist\/.*\.(json|mjml)$|journal\/.*\.log$/.test(name),
    );
    expect(files.length).toBeGreaterThan(2);
    for (const name of files) {
      expect(await readFile(join(folder, name), 'utf8'), name).not.toMatch(/\.person/i);
    }
    expect(await readFile(join(folder, 'out.csv'), 'utf8')).toContain(person);
  });
});

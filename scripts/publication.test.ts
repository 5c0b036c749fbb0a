import { spawn, spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bulletinSchema } from '../src/schemas/bulletin.ts';
import { outcomeOf } from '../src/testing/outcome-of.ts';

/*
 * Somebody takes Pānui up: the sample content with other names, other colours and a third audience,
 * all in `site.yaml`, and an edition that goes to it too. No TypeScript is touched.
 */

const program = fileURLToPath(new URL('panui.ts', import.meta.url));
const sample = fileURLToPath(new URL('../content', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panui-yours-'));
  await cp(sample, join(folder, 'content'), { recursive: true });
  await change('site.yaml', [
    ['name: Attendance Service Updates', 'name: Marine News'],
    ['mi: Te Tāhuhu o te Mātauranga', 'mi: Te Tari o te Moana'],
    ['en: Ministry of Education', 'en: Ministry of the Sea'],
    ['newsletter: Attendance Service Newsletter', 'newsletter: The Tide'],
    ['address: news@attendance-updates.example', 'address: tide@sea.example'],
    ["    link: '#0a5c4a'", "    link: '#0b4f8a'"],
    [
      '# Colours by',
      '  iwi:\n    name: Iwi\n    longName: Iwi and hapū\n    listId: iwi.sea.example\n    why: You get this because your iwi looks after a coast.\n\n# Colours by',
    ],
  ]);
  await change('newsletters/2026-05-08.mdx', [
    [
      'bulletins:\n',
      'bulletins:\n  iwi:\n    subject: Drop-in sessions on 19 and 21 May\n    preheader: What is new in the service, and whom to ask about it.\n',
    ],
  ]);
  // What an edition quotes has to be for everybody who gets it.
  for (const file of await readdir(join(folder, 'content'), { recursive: true })) {
    if (!/\.(?:mdx|yaml)$/.test(file)) continue;
    const path = join(folder, 'content', file);
    const words = await readFile(path, 'utf8');
    await writeFile(path, words.replaceAll(/^( *audiences: \[)/gm, '$1iwi, '));
  }
  await writeFile(join(folder, 'iwi.csv'), 'email,name\noffice@iwi.example,Office\n');
});
afterAll(() => rm(folder, { recursive: true }));

async function change(file: string, changes: readonly (readonly [string, string])[]) {
  const path = join(folder, 'content', file);
  let words = await readFile(path, 'utf8');
  for (const [from, to] of changes) {
    expect(words).toContain(from);
    words = words.replace(from, to);
  }
  await writeFile(path, words);
}

const panui = async (...line: string[]) => {
  const child = spawn(process.execPath, [program, ...line], {
    cwd: folder,
    env: {
      ...process.env,
      PANUI_CONTENT: 'content',
      PANUI_OUT: 'dist',
      PANUI_DATA: 'data',
      PANUI_NOW: '2026-05-12T09:00:00+12:00',
    },
  });
  return outcomeOf(child);
};

const built = (file: string) => readFile(join(folder, 'dist', file), 'utf8');

describe('a publication of your own, with an audience more', () => {
  it('is built from site.yaml: pages, bulletins, feeds, calendars, the search', async () => {
    const { code, out, err } = await panui('build', '--for', 'draft');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('2026-05-08 for iwi');

    const home = await built('index.html');
    expect(home).toContain('<title>Marine News</title>');
    expect(home).not.toContain('Attendance Service Updates');
    const page = await built('newsletters/2026-05-08/iwi/index.html');
    expect(page).toContain('The Tide');
    expect(page).toContain('Te Tari o te Moana');
    expect(page).toContain('for iwi');
    const styles = (await readdir(join(folder, 'dist/_astro'))).filter((name) =>
      name.endsWith('.css'),
    );
    const css = await Promise.all(styles.map((name) => built(`_astro/${name}`)));
    expect(css.join('')).toContain('--link:#0b4f8a');
    expect(await built('search/index.html')).toContain('<option value="iwi">Iwi</option>');
    expect(await built('help/blocks/index.html')).toContain('For audience=&quot;providers&quot;');

    const bulletin = bulletinSchema.parse(JSON.parse(await built('bulletins/2026-05-08/iwi.json')));
    expect(bulletin).toMatchObject({
      // The edition has a title of its own; the newsletter is named over it.
      text: expect.stringContaining('\nThe Tide\n'),
      audience: 'iwi',
      from: { name: 'Attendance Service', address: 'tide@sea.example' },
      listId: 'iwi.sea.example',
    });
    expect(bulletin.text).toContain('You get this because your iwi looks after a coast.');
    expect(bulletin.html).toContain('#0b4f8a');

    expect(await built('feeds/iwi/newsletters.xml')).toContain(
      '<title>Marine News: newsletters for iwi</title>',
    );
    expect(await built('calendar/iwi.ics')).toContain('Marine News: iwi');
  });

  it('has a list of the new audience, and commands that know it', async () => {
    expect((await panui('lists', 'import', 'iwi', 'iwi.csv')).out).toContain('iwi: 1 added');
    expect((await panui('lists')).out).toContain('iwi        1 subscribed');
    expect(await panui('send', 'newest', '--audience', 'iwi')).toMatchObject({ code: 0 });
    const [message = ''] = (await readdir(join(folder, 'data/outbox/2026-05-08/iwi'))).filter(
      (name) => name.endsWith('.eml'),
    );
    const { from, headers } = await PostalMime.parse(
      await readFile(join(folder, 'data/outbox/2026-05-08/iwi', message)),
    );
    expect(from?.address).toBe('tide@sea.example');
    expect(headers.find(({ key }) => key === 'list-id')?.value).toBe(
      '"The Tide: Iwi" <iwi.sea.example>',
    );

    expect((await panui('show', '--help')).out).toContain('--audience providers|schools|iwi');
    expect((await panui('lists', 'import', '--help')).out).toContain('providers, schools or iwi');
    expect(await panui('show', 'newest', '--audience', 'ivi')).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "Expected --audience to be providers, schools or iwi; found "ivi". Did you mean "iwi"?
      Nothing was changed. For help: npm run -s panui -- show --help
      ",
        "out": "",
      }
    `);
    expect(await panui('lists', 'import', 'kura', 'iwi.csv')).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "Expected LIST to be providers, schools or iwi; found "kura".
      Nothing was changed. For help: npm run -s panui -- lists import --help
      ",
        "out": "",
      }
    `);
    const started = await panui('new', 'newsletter', '--on', '2026-06-12');
    expect(started.code).toBe(0);
    const skeleton = await readFile(join(folder, 'content/newsletters/2026-06-12.mdx'), 'utf8');
    expect(skeleton).toMatch(/^  iwi:$/m);
  });
});

describe('a publication that cannot be read', () => {
  it('is not asked for while commands, with all that they need, are loaded', async () => {
    const code = `const { commands } = await import(process.argv[1]); for (const { load } of commands) await load();`;
    const list = new URL('command-line/all-commands.ts', import.meta.url).href;
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', code, list],
      { cwd: folder, env: { ...process.env, PANUI_CONTENT: 'nowhere' }, encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('is told plainly, and only where it is needed', async () => {
    await change('site.yaml', [["    ink: '#14213d'", "    ink: '#94a1bd'"]]);
    expect((await panui('--help')).code).toBe(0);
    expect((await panui('build', '--help')).code).toBe(0);
    const said = await Promise.all([
      panui('build', '--for', 'draft'),
      panui('show', 'newest', '--audience', 'iwi'),
      panui('check'),
    ]);
    expect(said.map(({ code }) => code)).toEqual([2, 2, 2]);
    expect(new Set(said.map(({ err }) => err)).size).toBe(1);
    expect(said[0]?.err).toMatchInlineSnapshot(`
      "content/site.yaml:69
        Expected at least 4.5 to 1 between "ink" and the ground "paper" in "light", so that everybody can read it (WCAG 2.2, 1.4.3).
        Found 2.48 to 1 between #94a1bd and #fbfaf7.
        Make "ink" darker, or "paper" lighter.

      content/site.yaml:69
        Expected at least 4.5 to 1 between "ink" and the ground "raised" in "light", so that everybody can read it (WCAG 2.2, 1.4.3).
        Found 2.59 to 1 between #94a1bd and #ffffff.
        Make "ink" darker, or "raised" lighter.

      content/site.yaml:69
        Expected at least 4.5 to 1 between "ink" and the ground "tint" in "light", so that everybody can read it (WCAG 2.2, 1.4.3).
        Found 2.31 to 1 between #94a1bd and #eef3ef.
        Make "ink" darker, or "tint" lighter.

      content/site.yaml:69
        Expected at least 4.5 to 1 between "ink" and the ground "alert" in "light", so that everybody can read it (WCAG 2.2, 1.4.3).
        Found 1.65 to 1 between #94a1bd and #ffc629.
        Make "ink" darker, or "alert" lighter.

      4 problems. Nothing was changed.
      "
    `);
  });
});

import { openStore } from '../src/delivery/store/open-store.ts';
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleBulletin, writeExampleBulletin } from '../src/testing/sending/example-bulletin.ts';
import { outcomeOf } from '../src/testing/outcome-of.ts';

const program = fileURLToPath(new URL('panui.ts', import.meta.url));
const content = fileURLToPath(new URL('../content', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panui-'));
  await writeExampleBulletin(join(folder, 'dist'), exampleBulletin());
  await writeFile(
    join(folder, 'people.csv'),
    'Email,Name\nOffice@Kura.example,Mārama\ntari@māori.example,Tari\n',
  );
});

/** Runs the real program in a folder of its own, with a clock that stands still. */
const panui = async (line: string, environment: Record<string, string> = {}) => {
  const child = spawn(process.execPath, [program, ...line.split(' ')], {
    cwd: folder,
    env: {
      PANUI_CONTENT: content,
      PANUI_DATA: 'data',
      PANUI_OUT: 'dist',
      PANUI_NOW: '2026-05-08T09:05:00+12:00',
      ...environment,
    },
  });
  return outcomeOf(child);
};

describe('panui, from a list to the outbox', () => {
  it('takes people in, rehearses once, and says how things stand', async () => {
    expect(await panui('send newest --audience providers')).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "the list providers
        Expected at least one subscriber.
        Found nobody.
        Take people in with \`npm run -s panui -- lists import providers FILE.csv\`.

      1 problem. Nothing was changed.
      ",
        "out": "",
      }
    `);
    expect(await panui('lists import providers people.csv')).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "providers: 2 added, 0 updated, 0 unchanged, 0 left alone.
      ",
      }
    `);
    expect(await panui('send newest --audience providers')).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "2026-05-08 for providers: 2 messages written. Nothing was sent.
      Messages: data/outbox/2026-05-08/providers
      Look at them: data/outbox/2026-05-08/providers/index.html
      ",
      }
    `);
    const outbox = join(folder, 'data', 'outbox', '2026-05-08', 'providers');
    const before = await readdir(outbox);
    expect(await panui('send 2026-05-08 --audience providers --via outbox')).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "2026-05-08 for providers: nothing new to write; the outbox already has these 2 messages. Nothing was sent.
      Messages: data/outbox/2026-05-08/providers
      Look at them: data/outbox/2026-05-08/providers/index.html
      ",
      }
    `);
    expect(await readdir(outbox)).toEqual(before);
    expect(await panui('status')).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "Attendance Service Newsletter, Friday 8 May 2026, providers
        Subject    Pānui: invoices due 15 May — ngā mihi
        Bulletin   f7be45611d72, 319 bytes of HTML
        List       2 subscribers
        Rehearsal  2 messages, written 9:05am, Friday 8 May 2026; current
        Approval   none yet
      ",
      }
    `);

    const [message = ''] = before.filter((name) => name.endsWith('.eml'));
    const mail = await PostalMime.parse(await readFile(join(outbox, message)));
    expect(mail.to).toEqual([{ name: 'Mārama', address: 'office@kura.example' }]);

    await writeExampleBulletin(join(folder, 'dist'), exampleBulletin({ subject: 'Changed' }));
    await writeFile(join(folder, 'more.csv'), 'email\nthird@kura.example\n');
    expect((await panui('lists import providers more.csv')).code).toBe(0);
    expect((await panui('status newest')).out).toContain(
      'out of date: the bulletin and the list changed since',
    );
    expect((await panui('send newest --audience providers')).out).toMatchInlineSnapshot(`
      "2026-05-08 for providers: 3 messages written in place of the earlier rehearsal, because the bulletin and the list changed. Nothing was sent.
      Messages: data/outbox/2026-05-08/providers
      Look at them: data/outbox/2026-05-08/providers/index.html
      "
    `);
  });

  it('reports in JSON to other programs', async () => {
    const json = async (line: string): Promise<unknown> => JSON.parse((await panui(line)).out);
    const nobody = {
      unsubscribed: 0,
      bounced: 0,
      complained: 0,
      removed: 0,
      restored: 0,
      suppressed: 0,
    };
    expect(await json('lists --json')).toEqual([
      { list: 'providers', subscribed: 3, ...nobody },
      { list: 'schools', subscribed: 0, ...nobody },
    ]);
    expect(await json('lists import providers people.csv --json')).toEqual({
      list: 'providers',
      added: 0,
      updated: 0,
      unchanged: 2,
      leftAlone: 0,
      leftAloneBecause: { unsubscribed: 0, bounced: 0, complained: 0, forgotten: 0 },
      removed: 0,
      keptOff: { unsubscribed: 0, bounced: 0, complained: 0, forgotten: 0, removed: 0 },
      refused: [],
      encoding: 'utf-8',
      ignoredColumns: [],
    });
    expect(await json('send newest --audience providers --json')).toMatchObject({
      edition: '2026-05-08',
      audience: 'providers',
      via: 'outbox',
      outcome: 'unchanged',
      count: 3,
    });
    expect(await json('status --json')).toMatchObject({
      bulletins: [
        {
          edition: '2026-05-08',
          audience: 'providers',
          subscribers: 3,
          rehearsal: { changed: [] },
        },
      ],
      unknownReports: 0,
    });
  });

  it('shows a bulletin in every form', async () => {
    const show = async (form: string) =>
      (await panui(`show newest --audience providers --as ${form}`)).out;
    const [html, plain, mjml, json, eml] = await Promise.all(
      ['html', 'text', 'mjml', 'json', 'eml'].map(show),
    );
    expect(html).toBe(exampleBulletin().html);
    expect(plain).toBe(exampleBulletin().text);
    expect(mjml).toBe('<mjml></mjml>\n');
    expect(JSON.parse(json ?? '')).toMatchObject({ subject: 'Changed' });
    const mail = await PostalMime.parse(eml ?? '');
    expect(mail.to).toEqual([{ name: 'Sample Subscriber', address: 'subscriber@kura.example' }]);
    expect(mail.text).toContain('ngā mihi o te tau hōu');
  });
});

describe('panui, with a correction', () => {
  const name = '2026-05-12-invoice-date';

  it('shows, rehearses and tells of it by its name; "newest" stays the newest edition', async () => {
    const subject = 'Correction: invoices are due 15 May';
    const correction = exampleBulletin({ edition: name, title: 'Correction', subject });
    await writeExampleBulletin(join(folder, 'dist'), correction);
    const said = await panui(`send ${name} --audience providers`);
    expect(said.out).toContain(`${name} for providers: 3 messages written. Nothing was sent.`);
    const messages = await readdir(join(folder, 'data/outbox', name, 'providers'));
    const file = messages.find((one) => one.endsWith('.eml')) ?? '';
    const mail = await PostalMime.parse(
      await readFile(join(folder, 'data/outbox', name, 'providers', file)),
    );
    expect(mail).toMatchObject({ subject });
    expect(mail.messageId).toContain(`<${name}.providers.`);
    const status = (await panui(`status ${name}`)).out;
    expect(status).toContain('Correction, Tuesday 12 May 2026, providers');
    expect((await panui('show newest --audience providers --as json')).out).toContain('2026-05-08');
    expect((await panui('status newest')).out).not.toContain('Correction');
  });
});

describe('panui, for somebody who bounced for good', () => {
  const environment = { PANUI_DATA: 'bounces' };
  const restore = 'lists restore Office@Kura.example --by Lead --reason mended';
  const change = (sql: string) => {
    const store = openStore({ data: join(folder, 'bounces') });
    store.change(sql);
    store.close();
  };

  it('puts them back by name, and says what there is to do at the provider', async () => {
    await panui('lists import providers people.csv', environment);
    change(`UPDATE subscriptions SET status = 'bounced' WHERE subscriber = 1`);
    expect(await panui(restore, environment)).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "o***@kura.example: the bounce is taken back.
        providers: on the list again.
      Resend keeps a list of its own, for every bounce: take the address off under Suppressions in its
      dashboard too, or it goes on stopping every message. If a bulletin bounces again, they are off again.
      ",
      }
    `);
    expect((await panui('lists', environment)).out).toMatchInlineSnapshot(`
      "providers  2 subscribed (1 put back after a bounce)
      schools    0 subscribed
      "
    `);
    expect((await panui('lists show office@kura.example', environment)).out).toContain(
      'status: subscribed; reason: bounce taken back by Lead: mended;',
    );
  });

  it('says whom nobody puts back', async () => {
    change(`UPDATE subscriptions SET status = 'unsubscribed' WHERE subscriber = 1`);
    expect(await panui(restore, environment)).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "o***@kura.example
        Expected somebody whose bulletins bounced for good.
        Found somebody who unsubscribed.
        Staff cannot put them back. Only they can, with the link at the foot of any bulletin they have.

      1 problem. Nothing was changed.
      ",
        "out": "",
      }
    `);
    change(`UPDATE subscriptions SET status = 'complained' WHERE subscriber = 1`);
    expect(await panui(restore, environment)).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "o***@kura.example
        Expected somebody whose bulletins bounced for good.
        Found somebody who called a bulletin spam, which holds for good.
        Staff cannot put them back. They may ask for the bulletins at another address.

      1 problem. Nothing was changed.
      ",
        "out": "",
      }
    `);
    expect(await panui('lists restore nobody --by a@b.nz --reason', environment))
      .toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "Expected --reason to have a value; found no value.
      Nothing was changed. For help: npm run -s panui -- lists restore --help
      ",
        "out": "",
      }
    `);
    expect((await panui(restore.replace('mended', 'a@b.nz'), environment)).err)
      .toMatchInlineSnapshot(`
      "Expected --reason to be a line of at most 200 characters, without an address; found an address.
      Nothing was changed. For help: npm run -s panui -- lists restore --help
      "
    `);
  });
});

describe('panui, for a no of somebody whom nobody holds', () => {
  const environment = { PANUI_DATA: 'nos' };

  it('keeps those of a file and of one person, and says what became of each', async () => {
    await panui('lists import providers people.csv', environment);
    await writeFile(
      join(folder, 'nos.csv'),
      'email,status\noffice@kura.example,Unsubscribed\nnobody@kura.example,Cleaned\non@kura.example,Active\n',
    );
    expect(await panui('lists suppress nos.csv --source Mailchimp', environment))
      .toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "nos.csv: kept off every list from now on: 1 unsubscribed, 1 bounced. No import brings them in.
      Of them 1 got bulletins until now, and are off at once.
      Left as they are, because the file does not say that they said no: 1.
      ",
      }
    `);
    expect(await panui('lists suppress nos.csv', environment)).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "nos.csv: kept off every list already; nothing was new.
      Left as they are, because the file does not say that they said no: 1.
      ",
      }
    `);
    expect((await panui('lists suppress one@kura.example --reason rang', environment)).out)
      .toMatchInlineSnapshot(`
      "o***@kura.example: kept off every list from now on: 1 unsubscribed. No import brings them in.
      "
    `);
    expect((await panui('lists', environment)).out).toMatchInlineSnapshot(`
      "providers  1 subscribed, 1 unsubscribed, 2 suppressed
      schools    0 subscribed, 3 suppressed
      "
    `);
    expect((await panui('lists show nobody@kura.example', environment)).out).toMatchInlineSnapshot(`
      "Suppressions
        list: every list; reason: bounced; source: Mailchimp; said on: 8 May 2026; kept since: 9:05am, 8 May 2026
      "
    `);
    const json = await panui('lists suppress two@kura.example --list schools --json', environment);
    expect(JSON.parse(json.out)).toEqual({
      list: 'schools',
      kept: { unsubscribed: 1, bounced: 0, complained: 0 },
      known: 0,
      takenOff: 0,
      forgotten: 0,
      leftOut: 0,
    });
  });

  it('moves with a list', async () => {
    await panui('lists export providers all.csv --all', environment);
    const there = { PANUI_DATA: 'moved' };
    expect(await panui('lists import providers all.csv', there)).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "providers: 1 added, 0 updated, 0 unchanged, 0 left alone.
      Not taken in, as the file says: 2 unsubscribed, 1 bounced. Every no is kept.
      ",
      }
    `);
    expect(await panui('lists import providers people.csv', there)).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "providers: 0 added, 0 updated, 1 unchanged, 1 left alone.
      Left alone, because an import brings nobody back: 1 unsubscribed.
      ",
      }
    `);
  });

  it('says what it cannot do', async () => {
    const lines = [
      'lists suppress nothing.csv',
      'lists suppress nobody',
      'lists suppress a@kura.example --list parents',
      'lists suppress a@kura.example --date 2026-05-09',
      'lists suppress a@kura.example --reason b@kura.example',
      'lists unsubscribe a@kura.example --by Lead',
    ];
    const said = await Promise.all(lines.map((line) => panui(line, environment)));
    expect(said.map(({ code, out }) => `${code}${out}`)).toEqual(lines.map(() => '2'));
    expect(said.map(({ err }) => err).join('\n')).toMatchInlineSnapshot(`
      "nothing.csv
        Expected a CSV file.
        Found no file that can be read.
        Check the path.

      1 problem. Nothing was changed.

      Expected WHO to be an address, or a CSV file that is there; found "nobody".
      Nothing was changed. For help: npm run -s panui -- lists suppress --help

      Expected --list to be providers or schools; found "parents".
      Nothing was changed. For help: npm run -s panui -- lists suppress --help

      Expected --date to be a day written 2026-05-08, not after today (2026-05-08); found "2026-05-09".
      Nothing was changed. For help: npm run -s panui -- lists suppress --help

      Expected --reason to be a line of at most 200 characters, without an address; found an address.
      Nothing was changed. For help: npm run -s panui -- lists suppress --help

      a***@kura.example
        Expected somebody who is on a list.
        Found nobody who is.
        Look with \`npm run -s panui -- lists show ADDRESS\`; keep the no of somebody on no list with \`npm run -s panui -- lists suppress ADDRESS\`.

      1 problem. Nothing was changed.
      "
    `);
  });
});

describe('panui, when something is wrong', () => {
  it('says what to mend in a list, without a stack trace or a whole address', async () => {
    await writeFile(join(folder, 'bad.csv'), 'email\noffice@kura\n"tari@kura.example\n');
    expect(await panui('lists import schools bad.csv')).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "bad.csv:2
        Expected an email address.
        Found o***@kura with no full stop after the @.
        Correct the address or remove the row.

      bad.csv:3
        Expected cells whose quotation marks come in pairs.
        Found a quotation mark that opens a cell and is not closed before the next comma or line.
        Close or remove it; double it ("") to mean the mark itself. The rows after it were not read.

      2 problems. Nothing was changed.
      ",
        "out": "",
      }
    `);
  });

  it('says what to mend in the settings', async () => {
    expect(await panui('lists', { PANUI_NOW: 'yesterday' })).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "PANUI_NOW: expected a moment with its time zone, such as 2026-05-08T09:00:00+12:00; found "yesterday".
      ",
        "out": "",
      }
    `);
  });

  it('refuses names of people who decide that are too long or an address', async () => {
    const approve = 'approve 2026-05-08 --audience providers --by';
    expect((await panui(`${approve} ${'x'.repeat(101)}`)).err).toContain('found 101 characters.');
    expect((await panui(`${approve} lead@kura.example`)).err).toContain('found an address.');
  });

  it('says of a data folder that is a file what to do', async () => {
    const { code, err } = await panui('lists', { PANUI_DATA: 'people.csv/data' });
    expect(code).toBe(2);
    expect(err).toContain('Found a file in the way to it');
  });

  it('says of a store that was emptied that it is lost', async () => {
    const environment = { PANUI_DATA: 'lost' };
    await panui('lists import providers people.csv', environment);
    await writeFile(join(folder, 'lost/panui.db'), '');
    expect(await panui('lists', environment)).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "lost/panui.db
        Expected the store that was begun in this folder.
        Found an empty file, beside the mark of a store that was begun.
        Restore the file from a backup. To begin anew with empty lists, move the whole folder away: then nobody knows who unsubscribed, or what was sent.

      1 problem. Nothing was changed.
      ",
        "out": "",
      }
    `);
  });

  it.runIf(process.platform === 'linux').each([
    ['lists', { PANUI_DATA: '/proc/panui' }],
    ['lists', { PANUI_DATA: '/proc' }],
    ['test newest --audience providers --to a@kura.example', { PANUI_DATA: '/proc/panui' }],
    ['build --for draft', { PANUI_OUT: '/proc/panui/site', PANUI_DATA: 'unused' }],
  ])('says of `%s` and %j that nothing can be written there', async (line, environment) => {
    const { code, err } = await panui(line, environment);
    expect(code).toBe(2);
    expect(err).toMatch(
      /Found a (place where none can be made|file that cannot be opened or made)/,
    );
    expect(err).toMatch(/[Ss]et PANUI_(DATA|OUT) to a folder/);
  });

  // A device on which there is never room.
  it.runIf(process.platform === 'linux')('says that the disk is full', async () => {
    const line = 'test 2026-05-08 --audience providers --to office@kura.example';
    const environment = { PANUI_DATA: 'full' };
    await panui(line, environment);
    const tests = join(folder, 'full/outbox/tests');
    for (const name of await readdir(tests))
      await symlink('/dev/full', join(tests, `${name}.part`));
    expect(await panui(line, environment)).toMatchInlineSnapshot(`
      {
        "code": 1,
        "err": "Pānui had to stop: the disk is full; make room, then run the same command again. Run it again with --debug for the details.
      ",
        "out": "",
      }
    `);
  });

  it('shows the details of an unexpected error only when asked', async () => {
    const environment = { PANUI_DATA: 'odd' };
    const store = openStore({ data: join(folder, 'odd') });
    store.script('DROP TABLE subscriptions');
    store.close();
    expect(await panui('lists', environment)).toMatchInlineSnapshot(`
      {
        "code": 1,
        "err": "Pānui had to stop: no such table: subscriptions. Run it again with --debug for the details.
      ",
        "out": "",
      }
    `);
    const detailed = await panui('lists --debug', environment);
    expect(detailed.err).toMatch(/\n\s+at /);
  });
});

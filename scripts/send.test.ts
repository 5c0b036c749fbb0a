import { openStore } from '../src/delivery/store/open-store.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PostalMime from 'postal-mime';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { edition as editionOf, writeContent } from '../src/testing/content/write-content.ts';
import { exampleBulletin, writeExampleBulletin } from '../src/testing/sending/example-bulletin.ts';
import { sourceSumsFile } from '../src/delivery/bulletins/read-sources.ts';
import { recordEvents } from '../src/delivery/events/record-event.ts';
import { carrierIsThere } from '../src/delivery/ledger/sign-of-life.ts';
import { sha256 } from '../src/delivery/bulletins/record-folder.ts';
import { freeze } from '../src/delivery/ledger/freeze.ts';
import { fakeProvider, type FakeOptions } from '../src/testing/sending/fake-provider.ts';
import { serveFakeProvider } from '../src/testing/sending/fake-server.ts';
import { outcomeOf } from '../src/testing/outcome-of.ts';

const program = fileURLToPath(new URL('panui.ts', import.meta.url));
/* An edition without a deadline: approving and sending ask the checks whether it may go out. */
const content = await writeContent();
afterAll(() => rm(content, { recursive: true }));
const options: FakeOptions = { now: Date.now };
let folder: string;
let provider: ReturnType<typeof fakeProvider>;
let server: Awaited<ReturnType<typeof serveFakeProvider>>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panui-'));
  for (const name of Object.keys(options)) Reflect.deleteProperty(options, name);
  Object.assign(options, { now: Date.now, sendOnlyKey: 're_sending' });
  provider = fakeProvider(options);
  server = await serveFakeProvider(provider);
  await writeExampleBulletin(join(folder, 'dist'), exampleBulletin());
  const source = 'newsletters/2026-05-08.mdx';
  await writeFile(
    sourceSumsFile(join(folder, 'dist'), '2026-05-08'),
    JSON.stringify({ [source]: sha256(await readFile(join(content, source))) }),
  );
  const rows = Array.from({ length: 250 }, (_, at) => `p${at}@kura.example`);
  await writeFile(join(folder, 'people.csv'), `email\n${rows.join('\n')}\n`);
});
afterEach(() => server.close());

const surroundings = (environment: Record<string, string> = {}) => ({
  cwd: folder,
  env: {
    PANUI_CONTENT: content,
    PANUI_DATA: 'data',
    PANUI_OUT: 'dist',
    PANUI_SITE_URL: 'https://news.example',
    RESEND_API_KEY: 're_test',
    RESEND_BASE_URL: server.url,
    NODE_COMPILE_CACHE: join(tmpdir(), 'panui-compiled'),
    ...environment,
  },
});

const begin = (line: string, environment: Record<string, string> = {}) =>
  spawn(process.execPath, [program, ...line.split(' ')], surroundings(environment));

const finish = async (child: ReturnType<typeof begin>) => {
  const { code, out, err } = await outcomeOf(child);
  return { code, out: out.replaceAll(server.url, 'URL'), err };
};

const panui = (line: string, environment: Record<string, string> = {}) =>
  finish(begin(line, environment));

const edition = '2026-05-08 --audience providers';
const send = `send ${edition} --via resend --any-time --expect`;
const standstill = { PANUI_NOW: '2026-05-08T09:05:00+12:00' };

/* A list taken in and an edition approved, once; each test that needs both begins with a copy. */
let prepared: Promise<string> | undefined;
const prepare = async () => {
  await panui('lists import providers people.csv');
  await panui(`approve ${edition} --by Lead`);
  const kept = await mkdtemp(join(tmpdir(), 'panui-ready-'));
  await cp(join(folder, 'data'), kept, { recursive: true });
  return kept;
};
const ready = async () => {
  prepared ??= prepare();
  await cp(await prepared, join(folder, 'data'), { recursive: true });
};
afterAll(async () => prepared && rm(await prepared, { recursive: true }));

describe('panui, from approval to everybody', () => {
  it('refuses for every reason at once, then sends once and never again', async () => {
    expect(await panui(`${send} 249`)).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "bulletins/2026-05-08/providers.json
        Expected an approval of exactly these bytes (hash f7be45611d72).
        Found none.
        Read it, then run \`npm run -s panui -- approve 2026-05-08 --audience providers --by "YOUR ROLE"\`.

      the list providers
        Expected 249 subscribers.
        Found 0.
        Take people in with \`npm run -s panui -- lists import providers FILE.csv\`.

      2 problems. Nothing was changed.
      ",
        "out": "",
      }
    `);
    await panui('lists import providers people.csv');
    expect(await panui(`approve ${edition} --by Lead`, standstill)).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "2026-05-08 for providers (hash f7be45611d72): approved by Lead.
      ",
      }
    `);
    expect(provider.taken).toEqual([]);
    expect(await panui(`${send} 250`)).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "2026-05-08 for providers, 250 subscribers: frozen.
      2026-05-08 for providers: done. 250 accepted.
      On record: data/records/2026-05-08/providers
      ",
      }
    `);
    expect(provider.taken).toHaveLength(250);
    expect(new Set(provider.taken.map(({ to }) => to)).size).toBe(250);
    const again = await panui(`${send} 250`);
    expect(again.code).toBe(2);
    expect(again.err).toContain('Expected none yet: an edition goes to an audience once.');
    const done = (await panui('status', standstill)).out;
    expect(done).toContain('done: of 250, 250 accepted');
    expect(done).not.toContain('built anew');
    await writeExampleBulletin(join(folder, 'dist'), exampleBulletin({ subject: 'Another' }));
    const rebuilt = (await panui('status', standstill)).out;
    expect(rebuilt).toContain('The bulletin was built anew since; the new one goes to nobody.');
    expect(rebuilt).not.toContain('goes out');
    expect(provider.taken).toHaveLength(250);
  });

  it('says what changed since somebody approved', async () => {
    await ready();
    const changed = exampleBulletin({ subject: 'Another subject' });
    await writeExampleBulletin(join(folder, 'dist'), changed);
    expect((await panui('status')).out).toContain('void: subject changed since');
    const refused = await panui(`${send} 250`);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('Found one from before it changed: subject.');
    expect(provider.taken).toEqual([]);
  });

  it('wants two names where an item is marked legal', async () => {
    await panui('lists import providers people.csv');
    const legal = exampleBulletin({ legal: ['Attendance rules'] });
    await writeExampleBulletin(join(folder, 'dist'), legal);
    expect((await panui(`approve ${edition} --by Lead`)).out).toContain(
      'A second person has to approve it too, because "Attendance rules" is marked legal.',
    );
    expect((await panui(`approve ${edition} --by LEAD`)).out).toContain('A second person');
    expect((await panui(`${send} 250`)).err).toContain('Found only Lead.');
    expect((await panui(`approve ${edition} --by Lawyer`)).out).toContain('by Lead and Lawyer.');
    expect((await panui(`${send} 250`)).code).toBe(0);
  });

  it.each([
    ['a wrong key', { RESEND_API_KEY: 're_wrong' }, 'API key is invalid'],
    ['a key for sending only', { RESEND_API_KEY: 're_sending' }, 'needs full access'],
    ['no key', { RESEND_API_KEY: '' }, 'RESEND_API_KEY: expected the key'],
    ['a provider that is not there', { RESEND_BASE_URL: 'http://127.0.0.1:9' }, 'no usable answer'],
    ['a clock that stands still', standstill, 'PANUI_NOW: expected nothing'],
  ])('sends nothing with %s', async (_, environment, words) => {
    await ready();
    const { code, out, err } = await panui(`${send} 250`, environment);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(err).not.toContain('re_');
    expect(provider.taken).toEqual([]);
  });

  it('sends nothing from a domain that is not verified, or outside the hours', async () => {
    options.verifiedDomains = ['other.example'];
    await ready();
    const { code, err } = await panui(
      `send ${edition} --via resend --expect 250 --at 2027-01-02T03:00`,
    );
    expect(code).toBe(2);
    expect(err).toMatchInlineSnapshot(`
      "the provider
        Expected attendance-updates.example, where the bulletin comes from, among the verified domains.
        Found only other.example.
        Verify the domain with the provider, or correct \`sender\` in content/site.yaml and build.

      the time of sending
        Expected 8am to 6pm on a working day (PANUI_SENDING_HOURS).
        Found 3am, 2 January 2027, a public holiday: the day after New Year’s Day.
        Send in those hours, or say --any-time if it has to be now.

      2 problems. Nothing was changed.
      "
    `);
    expect(provider.taken).toEqual([]);
  });

  it('sends nothing on a day on which something in the edition no longer holds', async () => {
    const text = editionOf('Send it no later than 15 May 2026. It closes on Friday 22 May 2026.');
    const late = await writeContent({ 'newsletters/2026-05-08.mdx': text });
    const environment = { PANUI_CONTENT: late };
    await panui('lists import providers people.csv');
    expect((await panui(`approve ${edition} --by Lead`, environment)).code).toBe(0);
    for (const at of [' --at 2099-05-18T15:00', '']) {
      const { code, out, err } = await panui(`${send} 250${at}`, environment);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err.match(/before this edition goes out on/g)).toHaveLength(2);
      if (at !== '')
        expect(err.replaceAll(`${late}/`, '')).toMatchInlineSnapshot(`
        "newsletters/2026-05-08.mdx:9
          Expected no error of the rule date/past-deadline.
          Found this: The text gives the date 15 May 2026, which is before this edition goes out on 18 May 2099 (at “no later than 15 May 2026”).
          Check the date, give people longer, or leave it out.

        newsletters/2026-05-08.mdx:9
          Expected no error of the rule date/past-deadline.
          Found this: The text gives the date 22 May 2026, which is before this edition goes out on 18 May 2099 (at “closes on Friday 22 May 2026”).
          Check the date, give people longer, or leave it out.

        the day of sending
          Expected one on which everything in it still holds.
          Found Monday 18 May 2099, with 2 errors on that day.
          Choose another day with --at. Or mend the text, build, and approve it for that day: \`npm run -s panui -- approve 2026-05-08 --audience providers --by "YOUR ROLE" --on 2099-05-18\`.

        3 problems. Nothing was changed.
        "
      `);
    }
    expect(provider.taken).toEqual([]);
    expect((await panui('status')).out).not.toContain('frozen');
    await rm(late, { recursive: true });
  });

  it.skipIf(!existsSync('/dev/full'))(
    'goes on to its end, and says so, where a full disk takes nothing that it prints',
    async () => {
      await ready();
      const into = (line: string, target: string) => {
        const words = ['-c', `exec "$@" ${target}`, 'sh', process.execPath, program];
        return finish(spawn('sh', [...words, ...line.split(' ')], surroundings()));
      };
      expect(await into(`${send} 250`, '>/dev/full')).toMatchInlineSnapshot(`
        {
          "code": 1,
          "err": "Standard output could not be written: the disk is full. The command goes on to its end; what it says there is lost.
        ",
          "out": "",
        }
      `);
      expect(provider.taken).toHaveLength(250);
      expect((await panui('status', standstill)).out).toContain('done: of 250, 250 accepted');
      const both = await into('status', '>/dev/full 2>/dev/full');
      expect(both).toEqual({ code: 1, out: '', err: '' });
    },
  );

  it('goes on to its end where nobody reads what it prints', async () => {
    await ready();
    const child = begin(`${send} 250`);
    child.stdout.destroy();
    child.stderr.destroy();
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(provider.taken).toHaveLength(250);
  });

  it('tells of a dispatch that a kill left half frozen, and goes on with it', async () => {
    await ready();
    const store = openStore({ data: join(folder, 'data') });
    const killed = new Date(Date.now() - 600_000);
    const order = { bulletin: exampleBulletin(), siteUrl: 'https://news.example', expect: 250 };
    freeze(store, { ...order, now: killed });
    store.close();
    const told = await panui('status');
    expect(told.code).toBe(1);
    expect(told.out.slice(told.out.indexOf('  Dispatch'))).toMatchInlineSnapshot(`
      "  Dispatch   freezing: of 250, 0 accepted, 250 to be sent
                   No command is sending it: the one that did has ended.
                   To go on, run \`npm run -s panui -- send 2026-05-08 --audience providers --via resend --expect 250\`.
      "
    `);
    expect((await panui(`${send} 250`)).out).toContain('going on with what was begun');
    expect(provider.taken).toHaveLength(250);
    expect((await panui('status', standstill)).code).toBe(0);
  });

  it('drains at Ctrl-C and goes on with the same command', async () => {
    options.perSecond = 1;
    await ready();
    const child = begin(`${send} 250`);
    while (provider.taken.length === 0) await new Promise((go) => setTimeout(go, 10));
    child.kill('SIGINT');
    const stopped = await finish(child);
    expect(stopped.code).toBe(1);
    expect(stopped.out).toContain('Run the same command again to go on.');
    expect(provider.taken.length).toBeLessThan(250);
    const resumed = await panui(`${send} 250`);
    expect(resumed).toMatchObject({ code: 0 });
    expect(resumed.out).toContain('going on with what was begun');
    expect(new Set(provider.taken.map(({ to }) => to)).size).toBe(250);
    expect(provider.taken).toHaveLength(250);
  });

  it('names in status the complaints for which nobody could be taken off a list', async () => {
    await ready();
    const store = openStore({ data: join(folder, 'data') });
    const event = {
      state: 'complained',
      lasting: false,
      detail: '',
      emailId: '49a3999c-0ce1-4ea6-ab68-afcd6dc2e794',
      createdAt: new Date('2026-05-08T09:10:00+12:00'),
      address: undefined,
      tags: {},
    } as const;
    recordEvents(store, [{ webhookId: 'msg_1', event }], new Date('2026-05-08T09:10:01+12:00'));
    store.close();
    const { out } = await panui('status', standstill);
    expect(/The provider also.*/s.exec(out)?.[0]).toMatchInlineSnapshot(`
      "The provider also reported once on messages that no dispatch here knows: tests, or another program that uses the same account.

      Nobody could be taken off a list for this, a complaint or a bounce for good:
        complained, message 49a3999c-0ce1-4ea6-ab68-afcd6dc2e794, 9:10am, Friday 8 May 2026
      Look for the message in the dashboard of the provider. If it is one of this newsletter, run
      \`npm run -s panui -- lists suppress ADDRESS --reason bounced\`, or complained. A report is applied by itself as soon as its message is known.
      "
    `);
  });

  it('is an error in status once nobody waits for its time any more', async () => {
    await ready();
    const child = begin(`${send} 250 --at 2099-05-08T15:00`);
    await once(child.stdout, 'data');
    expect(await panui('status')).toMatchObject({ code: 0 });
    child.kill('SIGKILL');
    await finish(child);
    const dispatch = async (time: string) => {
      const { code, out } = await panui('status', { PANUI_NOW: `2099-05-08T${time}:00+12:00` });
      return `${code}\n${/ {2}Dispatch.*/s.exec(out)?.[0]}`;
    };
    expect(await dispatch('14:00')).toMatchInlineSnapshot(`
      "1
        Dispatch   frozen: of 250, 0 accepted, 250 to be sent
                   It is to begin at 3pm, Friday 8 May 2099, and the command that waited for that has ended.
                   To go on, run \`npm run -s panui -- send 2026-05-08 --audience providers --via resend --expect 250\`.
      "
    `);
    expect(await dispatch('15:01')).toMatchInlineSnapshot(`
      "1
        Dispatch   frozen: of 250, 0 accepted, 250 to be sent
                   The time to begin, 3pm, Friday 8 May 2099, has passed, and nothing was sent.
                   To go on, run \`npm run -s panui -- send 2026-05-08 --audience providers --via resend --expect 250\`.
      "
    `);
    const again = begin(`${send} 250`);
    const [said] = await once(again.stdout, 'data');
    expect(String(said)).toContain('going on with what was begun. It begins at 3pm');
    expect(await panui('status')).toMatchObject({ code: 0 });
    again.kill('SIGINT');
    await finish(again);
    expect(await panui('status')).toMatchObject({ code: 1 });
  });

  it('is left to serve, which sends it at its time with no terminal open', async () => {
    await ready();
    await writeFile(join(folder, 'dist/index.html'), '<h1>Kia ora</h1>');
    const serve = begin('serve --port 0');
    let log = '';
    for (const stream of [serve.stdout, serve.stderr]) {
      stream.on('data', (part) => (log += String(part)));
    }
    const store = openStore({ data: join(folder, 'data') });
    const asks = async (is: () => boolean) => {
      while (!is()) await new Promise((go) => setTimeout(go, 50));
    };
    await asks(() => carrierIsThere(store, new Date()));
    const scheduled = await panui(`${send} 250 --at 2099-05-08T15:00`);
    expect(scheduled).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "2026-05-08 for providers, 250 subscribers: frozen. It begins at 3pm, Friday 8 May 2099; \`serve\` runs and sends it then, so that nothing has to stay open here.
      ",
      }
    `);
    expect(await panui('status')).toMatchObject({ code: 0 });
    await asks(() => log.includes('it begins at'));
    store.change('UPDATE dispatches SET send_at = $now', { now: new Date().toISOString() });
    await asks(() => log.includes('done.'));
    expect(provider.taken).toHaveLength(250);
    serve.kill('SIGTERM');
    await once(serve, 'close');
    expect(carrierIsThere(store, new Date())).toBe(false);
    store.close();
    expect(log.replaceAll(/localhost:\d+/g, 'localhost:PORT')).toMatchInlineSnapshot(`
      "Serving http://localhost:PORT/
      Reports of the provider are refused until RESEND_WEBHOOK_SECRET is set.
      Scheduled dispatches are sent from here, each at its time.
      The site is not built anew each day: it was built by an earlier version; build it once more.
      People sign up at https://news.example/sign-up
      Press Ctrl-C to stop.
      Pānui: 2026-05-08 for providers: it begins at 3pm, Friday 8 May 2099, to 250 subscribers.
      Pānui: 2026-05-08 for providers: done. 250 accepted.
      Stopping: requests in flight are answered first.
      "
    `);
    expect((await panui('record 2026-05-08 --verify')).code).toBe(0);
  }, 60_000);

  it('waits for its time, can be paused meanwhile, and cancelled for ever', async () => {
    await ready();
    const child = begin(`${send} 250 --at 2099-05-08T15:00`);
    const [said] = await once(child.stdout, 'data');
    expect(String(said)).toContain('It begins at 3pm, Friday 8 May 2099; keep this running.');
    expect((await panui('status')).out).toContain('begins 3pm, Friday 8 May 2099');
    expect((await panui(`pause ${edition} --by Lead`)).code).toBe(0);
    child.kill('SIGINT');
    expect((await finish(child)).out).toContain('Paused by Lead.');
    expect((await panui(`cancel ${edition} --by Lead`)).out).toMatchInlineSnapshot(`
      "2026-05-08 for providers: cancelled. Sent: 0. Not sent: 250.
      Nothing had left. To send it after all, approve it again first.
      "
    `);
    expect(provider.taken).toEqual([]);
    const status = (await panui('status')).out.replaceAll(/since, at .*/g, 'since, at TIME');
    expect(/ {2}Approval.*/s.exec(status)?.[0]).toMatchInlineSnapshot(`
      "  Approval   void: cancelled since, at TIME
        Dispatch   cancelled: of 250, 0 accepted, 250 excluded
                   250 cancelled
                   Cancelled by Lead.
                   Nothing had left: approved again, it can still be sent.
      "
    `);
    // Nothing had left, so the edition may still go out, but not on the old approval.
    expect(await panui(`${send} 250`)).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "bulletins/2026-05-08/providers.json
        Expected an approval of exactly these bytes (hash f7be45611d72).
        Found one from before it was cancelled.
        Read it, then run \`npm run -s panui -- approve 2026-05-08 --audience providers --by "YOUR ROLE"\`.

      1 problem. Nothing was changed.
      ",
        "out": "",
      }
    `);
    await panui(`approve ${edition} --by Lead`);
    expect((await panui(`${send} 250`)).code).toBe(0);
    expect(provider.taken).toHaveLength(250);
  });

  it('shows a person the evidence and does what the person decides', async () => {
    options.fault = (request) => (request < 30 ? 'empty 200' : undefined);
    await ready();
    expect((await panui(`${send} 250`)).code).toBe(1);
    const { out } = await panui(`resolve ${edition}`);
    expect(out.replaceAll(/left at .*/g, 'left at TIME')).toMatchInlineSnapshot(`
      "Chunk 1: 100 people, review
        Why            the provider answered twice with 200 with 0 ids for 100 messages
        Attempts       2, the first that may have left at TIME
        Last outcome   unknown: 200 with 0 ids for 100 messages
        Reported since 0 of 100

      Chunk 2: 100 people, review
        Why            the provider answered twice with 200 with 0 ids for 100 messages
        Attempts       2, the first that may have left at TIME
        Last outcome   unknown: 200 with 0 ids for 100 messages
        Reported since 0 of 100

      Chunk 3: 50 people, review
        Why            the provider answered twice with 200 with 0 ids for 50 messages
        Attempts       2, the first that may have left at TIME
        Last outcome   unknown: 200 with 0 ids for 50 messages
        Reported since 0 of 50
      "
    `);
    expect((await panui(`resolve ${edition} --chunk 1 --as sent --by Lead`)).code).toBe(0);
    expect((await panui(`resolve ${edition} --chunk 2 --as leave-out --by Lead`)).code).toBe(0);
    expect((await panui(`resolve ${edition} --chunk 3 --as send-again --by Lead`)).code).toBe(0);
    options.fault = () => undefined;
    expect((await panui(`${send} 250`)).out).toContain('done. 150 accepted, 100 excluded.');
  });
});

describe('panui test', () => {
  it('makes one marked message and touches no record of real sending', async () => {
    const line = `test ${edition} --to Editor@Ministry.example`;
    const written = await panui(line);
    expect(written.out).toContain('"[TEST] Pānui: invoices due 15 May — ngā mihi" to e***@');
    const [file = ''] = await readdir(join(folder, 'data', 'outbox', 'tests'));
    expect(file).not.toContain('editor');
    const mail = await PostalMime.parse(
      await readFile(join(folder, 'data', 'outbox', 'tests', file)),
    );
    expect(mail.subject).toMatch(/^\[TEST\] /);
    expect(mail.to).toEqual([{ name: '', address: 'editor@ministry.example' }]);
    expect((await panui(`${line} --via resend`)).code).toBe(0);
    expect(provider.taken.map(({ to }) => to)).toEqual(['editor@ministry.example']);
    const store = openStore({ data: join(folder, 'data') });
    const tables = ['dispatches', 'chunks', 'deliveries', 'attempts'];
    for (const table of tables) expect(store.change(`DELETE FROM ${table}`)).toBe(0);
    store.close();
    const refused = await panui(`test ${edition} --to not-an-address`);
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.err).not.toContain('not-an-address');
  });
});

describe('the record of what was sent', () => {
  const records = () => join(folder, 'data/records/2026-05-08/providers');

  it('is kept by sending, made up for after a death, and checked to the byte', async () => {
    await ready();
    const sent = await panui(`${send} 250`);
    expect(sent.out).toContain('On record: data/records/2026-05-08/providers\n');
    expect(await readFile(join(records(), 'source/newsletters/2026-05-08.mdx'), 'utf8')).toBe(
      await readFile(join(content, 'newsletters/2026-05-08.mdx'), 'utf8'),
    );
    // As if the process had died after the last message: the same send again, or status, completes it.
    for (const again of [`${send} 250`, 'status']) {
      await rm(join(folder, 'data/records'), { recursive: true });
      expect((await panui('record 2026-05-08 --verify')).err).toContain(
        'Make it from the ledger with `npm run -s panui -- record 2026-05-08`.',
      );
      await panui(again);
      expect((await panui('record 2026-05-08 --verify')).code).toBe(0);
    }
    expect((await panui('status')).out).toContain('  Record     kept, complete\n');
    await appendFile(join(records(), 'list.json'), ' ');
    const checked = await panui('record 2026-05-08 --verify');
    expect(checked.code).toBe(1);
    expect(checked.out).toContain(
      'list.json was changed since it was kept.\nlist.json is not what the ledger says.\n',
    );
    expect((await panui('status')).out).toContain('list.json was changed since it was kept.');
  });

  it('needs the text that the bulletin was built from, before anything is frozen', async () => {
    await ready();
    await writeFile(
      sourceSumsFile(join(folder, 'dist'), '2026-05-08'),
      JSON.stringify({ 'newsletters/2026-05-08.mdx': sha256('Another text') }),
    );
    const refused = await panui(`${send} 250`);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('Expected the text that the bulletin was built from.');
    expect(provider.taken).toEqual([]);
    expect((await panui('record 2026-05-08')).err).toContain('none, and no message of it was sent');
  });
});

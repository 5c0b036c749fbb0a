import { openTestStore } from '../../testing/postgres/open-test-store.ts';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BadInput } from '../../problems/problem.ts';
import type { Audience } from '../../publication/site.ts';
import { exampleBulletin } from '../../testing/sending/example-bulletin.ts';
import { fakeFetch } from '../../testing/sending/fake-fetch.ts';
import { fakeProvider } from '../../testing/sending/fake-provider.ts';
import { testClock, testRun } from '../../testing/sending/test-run.ts';
import { runDispatch } from '../dispatch/run-dispatch.ts';
import { freeze } from '../ledger/freeze.ts';
import { sealDispatch } from '../ledger/seal.ts';
import type { Store } from '../store/store.ts';
import { exportList } from '../lists/export-list.ts';
import { forgetPerson } from '../people/forget-person.ts';
import { importList, type ImportOptions } from '../lists/import-list.ts';
import { listRecipients } from '../lists/list-recipients.ts';
import { listSizes } from '../lists/list-sizes.ts';
import { loadSamples } from '../lists/load-samples.ts';
import { restorePerson } from '../people/restore-person.ts';
import { showPerson } from '../people/show-person.ts';
import { suppressFile, suppressPerson, type SuppressOrder } from './suppress.ts';
import { unsubscribe } from '../people/unsubscribe.ts';

const now = new Date('2026-05-08T09:00:00+12:00');
let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panui-'));
  store = openTestStore(folder);
});
afterEach(() => {
  vi.unstubAllGlobals();
  store.close();
});

const everywhere: SuppressOrder = {
  list: '*',
  reason: undefined,
  source: undefined,
  saidOn: undefined,
};
const write = async (csv: string, name = 'list.csv') => {
  const file = join(folder, name);
  await writeFile(file, csv);
  return file;
};
const take = async (csv: string, list: Audience = 'providers', options: ImportOptions = {}) =>
  importList(store, list, await write(csv), now, options);
const suppress = async (csv: string, order = everywhere) =>
  suppressFile(store, await write(csv, 'nos.csv'), order, now);
const onList = (list: Audience = 'providers') =>
  [...listRecipients(store, list)].flat().map(({ address }) => address);
const statuses = (address: string) => showPerson(store, address).lists.map(({ status }) => status);
const list = (...names: string[]) =>
  `email\n${names.map((name) => `${name}@kura.example\n`).join('')}`;

describe('a no of somebody whom nobody holds', () => {
  it('is kept with its reason, its source and its day, and no import brings them in', async () => {
    const order = { ...everywhere, reason: 'rang and asked', source: 'Service Desk' };
    expect(suppressPerson(store, 'a@kura.example', order, now)).toEqual({
      kept: { unsubscribed: 1, bounced: 0, complained: 0 },
      known: 0,
      takenOff: 0,
    });
    expect(suppressPerson(store, 'a@kura.example', order, now)).toMatchObject({ known: 1 });
    expect(showPerson(store, 'a@kura.example')).toMatchObject({
      person: null,
      suppressions: [
        {
          list: '*',
          reason: 'unsubscribed',
          detail: 'rang and asked',
          source: 'Service Desk',
          saidOn: '2026-05-08',
          liftedAt: null,
        },
      ],
    });
    for (const one of ['providers', 'schools'] as const) {
      expect(await take(list('a', 'b'), one)).toMatchObject({
        added: 1,
        leftAlone: 1,
        leftAloneBecause: { unsubscribed: 1 },
      });
      expect(onList(one)).toEqual(['b@kura.example']);
    }
    expect(listSizes(store).map(({ suppressed }) => suppressed)).toEqual([1, 1]);
  });

  it('is read from a file, where each row may say its own', async () => {
    const report = await suppress(
      [
        'Destination;Reason;Source;Date',
        'A@kura.example;hard bounce;old system;8/05/2026',
        'b@kura.example;spam;;2026-05-01',
        'c@kura.example;wrote to us;;',
        'c@kura.example;;;',
      ].join('\n'),
    );
    expect(report).toEqual({
      kept: { unsubscribed: 1, bounced: 1, complained: 1 },
      known: 1,
      takenOff: 0,
      forgotten: 0,
      leftOut: 0,
    });
    const kept = ['a', 'b', 'c'].map((one) => {
      const [no] = showPerson(store, `${one}@kura.example`).suppressions;
      return [no?.reason, no?.detail, no?.source, no?.saidOn];
    });
    expect(kept).toEqual([
      ['bounced', '', 'old system', '2026-05-08'],
      ['complained', '', 'nos.csv', '2026-05-01'],
      ['unsubscribed', 'wrote to us', 'nos.csv', '2026-05-08'],
    ]);
  });

  it('is about one list where that was said', async () => {
    await suppress(list('a'), { ...everywhere, list: 'schools' });
    expect(await take(list('a'), 'providers')).toMatchObject({ added: 1 });
    expect(await take(list('a'), 'schools')).toMatchObject({ added: 0, leftAlone: 1 });
  });

  it('keeps the sample lists away from a store that knows of it', async () => {
    await suppress(list('a'));
    expect(await loadSamples(store, '.', now)).toBe(false);
  });
});

describe('a no of somebody who is on a list', () => {
  const both = async () => {
    await take(list('a', 'b'), 'providers');
    await take(list('a', 'b'), 'schools');
  };

  it('takes them off at once, and is written into what is held about them', async () => {
    await both();
    expect(await suppress(list('a'))).toMatchObject({ takenOff: 1 });
    expect(statuses('a@kura.example')).toEqual(['unsubscribed', 'unsubscribed']);
    expect(showPerson(store, 'a@kura.example').lists[0]?.reason).toBe('unsubscribed; from nos.csv');
    expect(await take(list('a', 'b'))).toMatchObject({ unchanged: 1, leftAlone: 1 });
    await suppress(list('b'), { ...everywhere, list: 'schools', reason: 'complained' });
    expect(statuses('b@kura.example')).toEqual(['subscribed', 'complained']);
  });

  it('never covers a stronger one', async () => {
    await both();
    await suppress(list('a'), { ...everywhere, reason: 'complained' });
    await suppress(list('a'), { ...everywhere, reason: 'bounced' });
    await suppress(list('a'));
    expect(statuses('a@kura.example')).toEqual(['complained', 'complained']);
  });

  it('outlives a bounce that is taken back', async () => {
    await both();
    await suppress(list('a'), { ...everywhere, reason: 'bounced' });
    const restoring = { address: 'a@kura.example', by: 'Lead', reason: 'mended' };
    await suppress(list('b'), { ...everywhere, reason: 'bounced' });
    await suppress(list('b'));
    expect(restorePerson(store, restoring, now)).toMatchObject([
      { status: 'subscribed' },
      { status: 'subscribed' },
    ]);
    expect(() => restorePerson(store, { ...restoring, address: 'b@kura.example' }, now)).toThrow(
      'Found somebody who unsubscribed, apart from the bounce.',
    );
    expect(onList()).toEqual(['a@kura.example']);
  });

  it('is held by the tables themselves, whatever code forgets to ask', async () => {
    await both();
    await suppress(list('a'));
    expect(() => store.change(`UPDATE subscriptions SET status = 'subscribed'`)).toThrow(
      'a no is kept',
    );
    expect(onList()).toEqual(['b@kura.example']);
  });

  it('takes them out of a dispatch that has not reached them, and of the next one', async () => {
    await take(list('a', 'b', 'c'));
    const clock = testClock();
    const provider = fakeProvider({ now: () => clock.now().getTime() });
    vi.stubGlobal('fetch', fakeFetch(provider));
    const bulletin = exampleBulletin();
    const order = { bulletin, siteUrl: 'https://news.example', expect: 3, now, mostPeople: 2 };
    const dispatch = freeze(store, order);
    await sealDispatch(store, dispatch);
    await suppress(list('b'));
    expect(await runDispatch(testRun(store, folder, dispatch, clock))).toBe('done');
    expect(provider.taken.map(({ to }) => to)).toEqual(['a@kura.example', 'c@kura.example']);
    const next = { ...order, bulletin: exampleBulletin({ edition: '2026-05-15' }), expect: 2 };
    expect(freeze(store, next).total).toBe(2);
  });
});

describe('a bounce of somebody whom nobody holds', () => {
  it('is taken back by name, and who did it is kept', async () => {
    await suppress(list('a'), { ...everywhere, reason: 'bounced' });
    const order = { address: 'a@kura.example', by: 'Lead', reason: 'their mail server was mended' };
    expect(restorePerson(store, order, now)).toEqual([]);
    expect(showPerson(store, 'a@kura.example').suppressions).toMatchObject([
      { liftedAt: now.toISOString(), liftedBy: 'Lead: their mail server was mended' },
    ]);
    expect(await take(list('a'))).toMatchObject({ added: 1 });
  });

  it.each([
    ['complained', 'Found somebody who called a bulletin spam'],
    ['unsubscribed', 'Found somebody who said no, though they are on no list.'],
  ])('differs from a no of those who %s, which staff cannot take back', async (reason, found) => {
    await suppress(list('a'), { ...everywhere, reason });
    const order = { address: 'a@kura.example', by: 'Lead', reason: 'asked' };
    expect(() => restorePerson(store, order, now)).toThrow(found);
  });
});

describe('somebody who asked to be forgotten', () => {
  it('leaves no address behind, also where only a no was held of them', async () => {
    await suppress(list('somebody'));
    expect(await forgetPerson(store, folder, 'somebody@kura.example', now)).toBe(true);
    await suppress(list('somebody', 'b'));
    expect(showPerson(store, 'somebody@kura.example').suppressions).toEqual([]);
    expect(await take(list('somebody'))).toMatchObject({ leftAloneBecause: { forgotten: 1 } });
    for (const name of await readdir(folder)) {
      if (name.endsWith('.csv')) continue;
      expect(await readFile(join(folder, name), 'latin1')).not.toMatch(/somebody/i);
    }
  });
});

describe('a file of nos that cannot be used', () => {
  it('is refused with every row at fault, and nobody is kept off', async () => {
    const refusing = suppress(
      [
        'email,status,date',
        'a@kura.example,unsubscribed,2026-05-08',
        'no.address kura.example,unsubscribed,',
        'secret.person@kura.example,Roll closed,',
        'b@kura.example,cleaned,2026-05-09',
        'c@kura.example,cleaned,soon',
      ].join('\n'),
    );
    const error: unknown = await refusing.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BadInput);
    expect(String(error).replaceAll(/\S*nos\.csv/g, 'nos.csv')).toMatchInlineSnapshot(`
      "BadInput: nos.csv:3
        Expected an email address.
        Found n*** with a space inside it.
        Correct the address or remove the row.

      nos.csv:4
        Expected a word that says whether this person gets bulletins, such as subscribed or unsubscribed.
        Found "Roll closed" in the column "status", an unknown word.
        Write subscribed, unsubscribed, bounced or complained. If the column is about something else, remove it.

      nos.csv:5
        Expected the day of the no written 2026-05-08 or 8/05/2026, not after today (2026-05-08).
        Found "2026-05-09".
        Correct the date.

      nos.csv:6
        Expected the day of the no written 2026-05-08 or 8/05/2026, not after today (2026-05-08).
        Found "soon".
        Correct the date.

      4 problems. Nothing was changed."
    `);
    expect(String(error)).not.toMatch(/secret\.person/);
    expect(await take(list('a', 'b', 'c'))).toMatchObject({ added: 3 });
  });

  it.each([
    ['email\n', 'Found no row.'],
    ['', 'Found no row.'],
    ['name\nJo\n', 'Name the column that holds the addresses "email".'],
    [
      'email,status\na@kura.example,active\n',
      'Found only people who, by its columns of consent, did not.',
    ],
  ])('is refused: %j', async (csv, found) => {
    await expect(suppress(csv)).rejects.toThrow(found);
  });
});

describe('a move', () => {
  /** A list of which somebody stands in every way, and the plain list that a colleague still has. */
  const plain = list('stays', 'left', 'bounced', 'spam', 'gone', 'unheld', 'elsewhere', 'removed');
  const old = async () => {
    await take(plain.replace('unheld@kura.example\n', '').replace('elsewhere@kura.example\n', ''));
    await take(list('elsewhere'), 'schools');
    const set = (name: string, status: string) =>
      store.change(
        `UPDATE subscriptions SET status = $status, reason = $status WHERE subscriber =
           (SELECT id FROM subscribers WHERE address = $address)`,
        { status, address: `${name}@kura.example` },
      );
    const { token } = [...listRecipients(store, 'providers')].flat()[1] ?? { token: '' };
    unsubscribe(store, token, 'one-click', new Date('2026-04-01T09:00:00+13:00'));
    set('bounced', 'bounced');
    set('spam', 'complained');
    set('elsewhere', 'bounced');
    set('removed', 'removed');
    await suppress(list('unheld'), { ...everywhere, source: 'the system before' });
    await forgetPerson(store, folder, 'gone@kura.example', now);
  };
  const moved = async () => {
    await old();
    const file = join(folder, 'all.csv');
    expect(await exportList(store, 'providers', file, true)).toBe(8);
    const [first] = [...listRecipients(store, 'providers')].flat();
    store.close();
    store = openTestStore(join(folder, 'new'));
    return { file, token: first?.token };
  };

  it('by an export of all and an import keeps every no: a plain list brings nobody back', async () => {
    const { file, token } = await moved();
    expect(await readFile(file, 'utf8')).not.toContain('gone@');
    const report = await importList(store, 'providers', file, now);
    expect(report).toMatchObject({
      added: 1,
      keptOff: { unsubscribed: 2, bounced: 2, complained: 1, forgotten: 1, removed: 1 },
      refused: [],
      ignoredColumns: [],
    });
    expect(onList()).toEqual(['stays@kura.example']);
    // Links in bulletins that went out go on working.
    expect([...listRecipients(store, 'providers')].flat()[0]?.token).toBe(token);
    expect(await take(plain)).toMatchObject({
      added: 1,
      unchanged: 1,
      leftAloneBecause: { unsubscribed: 2, bounced: 2, complained: 1, forgotten: 1 },
    });
    // Whom the office had taken off had not said no.
    expect(onList()).toEqual(['stays@kura.example', 'removed@kura.example']);
    expect(showPerson(store, 'left@kura.example').suppressions).toMatchObject([
      { list: 'providers', detail: 'one-click', source: 'all.csv', saidOn: '2026-04-01' },
    ]);
    expect(await take(plain, 'schools')).toMatchObject({
      leftAloneBecause: { unsubscribed: 1, bounced: 2, complained: 1, forgotten: 1 },
    });
  });

  it('keeps them as well when the nos alone are taken over, and in any order', async () => {
    const { file } = await moved();
    await take(plain);
    expect(onList()).toHaveLength(8);
    expect(await suppressFile(store, file, everywhere, now)).toMatchObject({
      kept: { unsubscribed: 2, bounced: 2, complained: 1 },
      takenOff: 5,
      forgotten: 1,
      leftOut: 2,
    });
    expect(onList()).toEqual(['stays@kura.example', 'removed@kura.example']);
    expect(await take(plain)).toMatchObject({ added: 0, unchanged: 2, leftAlone: 6 });
    expect(await take(plain, 'schools')).toMatchObject({
      leftAloneBecause: { unsubscribed: 1, bounced: 2, complained: 1, forgotten: 1 },
    });
  });

  it('can be made twice', async () => {
    const { file } = await moved();
    await importList(store, 'providers', file, now);
    const again = join(folder, 'again.csv');
    expect(await exportList(store, 'providers', again, true)).toBe(7);
    store.close();
    store = openTestStore(join(folder, 'third'));
    await importList(store, 'providers', again, now);
    await take(plain);
    expect(onList()).toEqual(['stays@kura.example', 'removed@kura.example']);
  });

  it('of another system keeps the nos where the others are asked for', async () => {
    const foreign = 'email,status\na@kura.example,enabled\nb@kura.example,blocklisted\n';
    await expect(take(foreign)).rejects.toThrow(BadInput);
    expect(await take(foreign, 'providers', { skipInvalid: true })).toMatchObject({
      added: 1,
      keptOff: { unsubscribed: 1 },
      refused: [],
    });
    expect(await take(list('a', 'b'))).toMatchObject({ unchanged: 1, leftAlone: 1 });
  });
});

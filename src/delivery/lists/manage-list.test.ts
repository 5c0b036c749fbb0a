import { openTestStore } from '../../testing/postgres/open-test-store.ts';
import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BadInput } from '../../problems/problem.ts';
import { runDispatch } from '../dispatch/run-dispatch.ts';
import { testClock, testRun } from '../../testing/sending/test-run.ts';
import { exampleBulletin } from '../../testing/sending/example-bulletin.ts';
import { csvCell, exportList } from './export-list.ts';
import { forgetPerson } from '../people/forget-person.ts';
import { importList, type ImportOptions } from './import-list.ts';
import { dispatchCounts } from '../ledger/dispatch-counts.ts';
import { freeze } from '../ledger/freeze.ts';
import { sealDispatch } from '../ledger/seal.ts';
import { listRecipients } from './list-recipients.ts';
import { loadSamples } from './load-samples.ts';
import { showPerson } from '../people/show-person.ts';
import type { Store } from '../store/store.ts';
import { fakeFetch } from '../../testing/sending/fake-fetch.ts';
import { fakeProvider } from '../../testing/sending/fake-provider.ts';
import { unsubscribeByHand } from '../people/unsubscribe-by-hand.ts';
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

const take = async (csv: string | Buffer, options: ImportOptions = {}) => {
  const file = join(folder, 'list.csv');
  await writeFile(file, csv);
  return importList(store, 'providers', file, now, options);
};
const people = () => [...listRecipients(store, 'providers')].flat();
const addresses = () => people().map(({ address }) => address);

describe('an import', () => {
  it('reads Windows-1252 where the file is not UTF-8', async () => {
    const csv = Buffer.from('email;name\r\na@kura.example;Ren\u00e9e \u0093Bo\u0094\r\n', 'latin1');
    expect(await take(csv)).toMatchObject({ added: 1, encoding: 'windows-1252' });
    expect(people()[0]?.name).toBe('Renée “Bo”');
  });

  it('takes the rest in where rows are wrong, when asked, and names every one of those', async () => {
    const csv = 'email,name\na@kura.example,A\nno address,B\na@kura.example,C\nd@kura.example,D\n';
    await expect(take(csv)).rejects.toThrow(BadInput);
    const report = await take(csv, { skipInvalid: true });
    expect(report).toMatchObject({ added: 2 });
    expect(report.refused.map(({ line }) => line)).toEqual([3, 4]);
    expect(JSON.stringify(report.refused)).not.toContain('a@kura');
  });

  it('replaces a list only when told how many leave, and lets them come back later', async () => {
    await take('email\na@kura.example\nb@kura.example\nc@kura.example\n');
    const shorter = 'email\nb@kura.example\nd@kura.example\n';
    await expect(take(shorter, { replace: { expect: undefined } })).rejects
      .toThrowErrorMatchingInlineSnapshot(`
      [BadInput: the list providers
        Expected --expect with how many people leave.
        Found that 2 would leave: a***@kura.example, c***@kura.example.
        If that is right, say --expect 2.

      1 problem. Nothing was changed.]
    `);
    await expect(take(shorter, { replace: { expect: 1 } })).rejects.toThrow(
      'Expected 1 person to leave',
    );
    expect(addresses()).toHaveLength(3);
    expect(await take(shorter, { replace: { expect: 2 } })).toMatchObject({ added: 1, removed: 2 });
    expect(addresses()).toEqual(['b@kura.example', 'd@kura.example']);
    expect(await take('email\na@kura.example\n')).toMatchObject({ added: 1 });
    const { lists, history } = showPerson(store, 'a@kura.example');
    expect(lists).toMatchObject([{ status: 'subscribed', reason: 'import' }]);
    expect(history).toMatchObject([
      { status: 'subscribed', reason: 'import' },
      { status: 'removed', reason: 'not in list.csv' },
    ]);
  });

  it.each(['unsubscribed', 'bounced', 'complained'])(
    'brings nobody back who %s',
    async (status) => {
      await take('email\na@kura.example\n');
      store.change('UPDATE subscriptions SET status = $status', { status });
      expect(await take('email\na@kura.example\n')).toMatchObject({ added: 0, leftAlone: 1 });
      expect(addresses()).toEqual([]);
    },
  );
});

describe('the sample lists', () => {
  it('are taken in once, and never into a list that everybody has left', async () => {
    const samples = fileURLToPath(new URL('../../../scripts/sample-lists', import.meta.url));
    expect(await loadSamples(store, samples, now)).toBe(true);
    const count = addresses().length;
    expect(count).toBeGreaterThan(0);
    store.change(`UPDATE subscriptions SET status = 'removed'`);
    expect(await loadSamples(store, samples, now)).toBe(false);
    expect(addresses()).toEqual([]);
  });
});

describe('somebody who asks by mail or telephone', () => {
  const both = async () => {
    await take('email\na@kura.example\nb@kura.example\n');
    await importList(store, 'schools', join(folder, 'list.csv'), now);
  };
  const statuses = (address = 'a@kura.example') =>
    showPerson(store, address).lists.map(({ status, reason }) => `${status}: ${reason}`);
  const off = 'unsubscribed: asked; done by Service Desk';

  it('is taken off every list by the address, or only off one', async () => {
    await both();
    const asker = { address: 'a@kura.example' };
    const leave = (list?: 'providers' | 'schools') =>
      unsubscribeByHand(store, asker, list, 'Service Desk', now);
    expect(leave('schools')).toEqual(['schools']);
    expect(statuses()).toEqual(['subscribed: import', off]);
    expect(leave()).toEqual(['providers']);
    expect(leave()).toEqual([]);
    expect(statuses()).toEqual([off, off]);
    expect(statuses('b@kura.example')).toEqual(['subscribed: import', 'subscribed: import']);
  });

  it('is kept off the lists that they were never on, where they asked to leave all', async () => {
    await take('email\na@kura.example\nb@kura.example\n');
    const leave = (address: string, list?: 'providers') =>
      unsubscribeByHand(store, { address }, list, 'Service Desk', now);
    expect(leave('a@kura.example')).toEqual(['providers']);
    expect(leave('b@kura.example', 'providers')).toEqual(['providers']);
    expect(leave('nobody@kura.example')).toEqual([]);
    const file = join(folder, 'schools.csv');
    await writeFile(file, 'email\na@kura.example\nb@kura.example\nnobody@kura.example\n');
    expect(await importList(store, 'schools', file, now)).toMatchObject({
      added: 2,
      leftAloneBecause: { unsubscribed: 1 },
    });
    expect(statuses()).toEqual([off]);
  });

  it('is taken off the list that the token in the subject names', async () => {
    await both();
    const token = people()[0]?.token ?? '';
    expect(unsubscribeByHand(store, { token }, undefined, 'Service Desk', now)).toEqual([
      'providers',
    ]);
    expect(statuses()).toEqual([off, 'subscribed: import']);
    expect(unsubscribeByHand(store, { token: 'A'.repeat(22) }, undefined, 'x', now)).toEqual([]);
  });
});

describe('an export', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+64 4 000', "'+64 4 000"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-2', "'-2"],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
    ['Mārama', 'Mārama'],
    ['a, b', '"a, b"'],
  ])('writes %j as %j', (text, cell) => expect(csvCell(text)).toBe(cell));

  it('comes back through an import as it was', async () => {
    await take('email,name,organisation\n=a@kura.example,=1+1,"A ""B"", C"\nb@kura.example,Bō,\n');
    const before = people();
    const file = join(folder, 'out.csv');
    expect(await exportList(store, 'providers', file, false)).toBe(2);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const report = await take(await readFile(file));
    expect(report).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
    expect(people()).toEqual(before);
    await expect(exportList(store, 'providers', file, false)).rejects.toThrow(
      'a file of this name',
    );
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('an export beside something that bears the name of its unfinished file', () => {
  it('does not write through a link to somewhere else', async () => {
    await take('email\na@kura.example\n');
    const file = join(folder, 'out.csv');
    await writeFile(join(folder, 'elsewhere'), 'mine');
    await symlink(join(folder, 'elsewhere'), `${file}.part`);
    expect(await exportList(store, 'providers', file, false)).toBe(1);
    expect(await readFile(join(folder, 'elsewhere'), 'utf8')).toBe('mine');
    expect((await lstat(file)).isFile()).toBe(true);
  });
});

describe('forgetting somebody', () => {
  const dispatchTo = async (count: number) => {
    const clock = testClock();
    const provider = fakeProvider({ now: () => clock.now().getTime() });
    vi.stubGlobal('fetch', fakeFetch(provider));
    const bulletin = exampleBulletin();
    const order = { bulletin, siteUrl: 'https://news.example', expect: count, now, mostPeople: 2 };
    const dispatch = freeze(store, order);
    await sealDispatch(store, dispatch);
    return { dispatch, provider, run: testRun(store, folder, dispatch, clock) };
  };

  it('deletes everything but a hash that keeps them away', async () => {
    await take('email,name\nsomebody@kura.example,Somebody\nb@kura.example,Bo\n');
    unsubscribe(store, people()[0]?.token ?? '', 'web page', now);
    await mkdir(join(folder, 'outbox', '2026-05-08'), { recursive: true });
    expect(await forgetPerson(store, folder, 'somebody@kura.example', now)).toBe(true);
    expect(showPerson(store, 'somebody@kura.example')).toEqual({
      person: null,
      lists: [],
      history: [],
      deliveries: [],
      reports: [],
      suppressions: [],
      consents: [],
      signUp: null,
      forgottenAt: now.toISOString(),
    });
    const again = 'email\nSomebody@kura.example\nb@kura.example\n';
    expect(await take(again)).toMatchObject({ added: 0, unchanged: 1, leftAlone: 1 });
    expect(addresses()).toEqual(['b@kura.example']);
    for (const name of await readdir(folder)) {
      if (name === 'list.csv') continue;
      expect(await readFile(join(folder, name), 'latin1')).not.toMatch(/somebody/i);
    }
    expect(await forgetPerson(store, folder, 'somebody@kura.example', now)).toBe(false);
  });

  it('takes them out of a dispatch that has not reached them', async () => {
    await take('email\na@kura.example\nb@kura.example\nc@kura.example\n');
    const { dispatch, provider, run } = await dispatchTo(3);
    await forgetPerson(store, folder, 'b@kura.example', now);
    expect(await runDispatch(run)).toBe('done');
    expect(provider.taken.map(({ to }) => to)).toEqual(['a@kura.example', 'c@kura.example']);
    expect(dispatchCounts(store, dispatch.id)).toMatchObject({ accepted: 2, excluded: 1 });
    await forgetPerson(store, folder, 'a@kura.example', now);
    expect(dispatchCounts(store, dispatch.id)).toMatchObject({ accepted: 2, excluded: 1 });
  });

  const killedAt = (wanted: string) => (point: string) => {
    if (point === wanted) throw new Error('killed');
  };

  it('takes them out of a chunk that was tried and of which no byte has left', async () => {
    await take('email\na@kura.example\nb@kura.example\nc@kura.example\n');
    const { provider, run } = await dispatchTo(3);
    await expect(runDispatch({ ...run, checkpoint: killedAt('claimed') })).rejects.toThrow(
      'killed',
    );
    await forgetPerson(store, folder, 'b@kura.example', now);
    await forgetPerson(store, folder, 'c@kura.example', now);
    expect(await runDispatch(run)).toBe('done');
    expect(provider.taken.map(({ to }) => to)).toEqual(['a@kura.example']);
    expect(provider.counts.requests).toBe(1);
  });

  it('waits while a message to them may have to be repeated', async () => {
    await take('email\na@kura.example\n');
    const { run } = await dispatchTo(1);
    await expect(runDispatch({ ...run, checkpoint: killedAt('posting') })).rejects.toThrow(
      'killed',
    );
    await expect(forgetPerson(store, folder, 'a@kura.example', now)).rejects.toThrow(
      'Found one that may have been sent, and may have to be repeated.',
    );
    expect(addresses()).toEqual(['a@kura.example']);
  });
});

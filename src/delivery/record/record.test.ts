import { openTestStore } from '../../testing/postgres/open-test-store.ts';
import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { approve } from '../approval/approval.ts';
import { addPeople, emptyFolder, testClock, testRun } from '../../testing/sending/test-run.ts';
import { runDispatch } from '../dispatch/run-dispatch.ts';
import { exampleBulletin } from '../../testing/sending/example-bulletin.ts';
import { type Dispatch, findDispatch } from '../ledger/dispatch.ts';
import { freeze } from '../ledger/freeze.ts';
import { standardLimits } from '../ledger/limits.ts';
import { openCases, resolveCase } from '../ledger/resolve.ts';
import { sealDispatch } from '../ledger/seal.ts';
import { cancelDispatch } from '../ledger/stop-dispatch.ts';
import { readSources, sourceSumsFile } from '../bulletins/read-sources.ts';
import { asSentPath, publishRecords } from './record-archive.ts';
import { recordContent } from './record-content.ts';
import {
  checksumFile,
  checksums,
  readRecordFiles,
  recordFolder,
  sha256,
} from '../bulletins/record-folder.ts';
import { keepAllRecords, keepRecord } from './record-keep.ts';
import { verifyRecord } from './record-verify.ts';
import type { Store } from '../store/store.ts';
import { fakeFetch } from '../../testing/sending/fake-fetch.ts';
import { fakeProvider, type FakeOptions } from '../../testing/sending/fake-provider.ts';
import { randomFrom } from '../../testing/random-from.ts';

const bulletin = exampleBulletin();
const sources = { 'newsletters/2026-05-08.mdx': 'Kia ora koutou', 'contacts.yaml': 'desk: {}\n' };
let data: string;
let folder: string;
let store: Store;
let clock: ReturnType<typeof testClock>;
beforeEach(() => {
  data = emptyFolder();
  folder = recordFolder(data, '2026-05-08', 'providers');
  store = openTestStore(data);
  clock = testClock();
});
afterEach(() => {
  vi.unstubAllGlobals();
  store.close();
});

const frozen = async (people = 12): Promise<Dispatch> => {
  addPeople(store, people);
  approve(store, bulletin, 'Comms Lead', clock.now());
  const siteUrl = 'https://news.example';
  const order = { bulletin, sources, siteUrl, expect: people, now: clock.now(), mostPeople: 4 };
  const dispatch = freeze(store, order);
  await sealDispatch(store, dispatch);
  return dispatch;
};
const send = async (
  dispatch: Dispatch,
  options: Partial<FakeOptions> = {},
  limits = standardLimits,
) => {
  const provider = fakeProvider({ now: () => clock.now().getTime(), ...options });
  vi.stubGlobal('fetch', fakeFetch(provider));
  return runDispatch({ ...testRun(store, data, dispatch, clock), limits, workers: 1 });
};
const keep = () => keepRecord(store, data, '2026-05-08', 'providers');
const file = async (name: string) => readFile(join(folder, name), 'utf8');
const verify = async (against?: 'ledger') => {
  const dispatch = findDispatch(store, '2026-05-08', 'providers');
  const ledger = against && dispatch ? recordContent(store, dispatch) : undefined;
  return (await verifyRecord(folder, ledger))?.faults ?? ['no record'];
};

describe('the record of a dispatch', () => {
  it('holds source, parts, approvals, list and result, and checksums that any program can check', async () => {
    const dispatch = await frozen();
    store.change(`UPDATE subscriptions SET status = 'unsubscribed' WHERE subscriber = 3`);
    await send(dispatch, { impossible: (address) => address === 'p7@kura.example' });
    expect(await keep()).toMatchObject({ hash: bulletin.hash, missing: [], faults: [] });
    expect(await file('source/newsletters/2026-05-08.mdx')).toBe('Kia ora koutou');
    expect(await file('source/contacts.yaml')).toBe('desk: {}\n');
    expect(await file('bulletin.html')).toBe(bulletin.html);
    expect(await file('bulletin.txt')).toBe(bulletin.text);
    expect(JSON.parse(await file('bulletin.json'))).toEqual(bulletin);
    expect(JSON.parse(await file('approvals.json'))).toMatchObject([{ name: 'Comms Lead' }]);
    expect(JSON.parse(await file('list.json'))).toMatchObject({
      list: 'providers',
      size: 12,
      excluded: { unsubscribed: 1 },
    });
    expect(JSON.parse(await file('result.json'))).toMatchObject({
      status: 'done',
      accepted: 10,
      excluded: 1,
      needsPerson: 1,
    });
    if (process.platform !== 'linux') return;
    const check = promisify(execFile)('sha256sum', ['--check', checksumFile], { cwd: folder });
    expect((await check).stdout).toContain('source/newsletters/2026-05-08.mdx: OK');
  });

  it('names nobody on the list, and is the same whoever makes it and when', async () => {
    const dispatch = await frozen();
    await send(dispatch, { impossible: (address) => address === 'p7@kura.example' });
    await keep();
    const first = await readRecordFiles(folder);
    expect([...(first?.values() ?? [])].join('\n')).not.toMatch(/p\d+@kura\.example/);
    clock.jump(86_400_000);
    await rm(join(data, 'records'), { recursive: true });
    await keep();
    expect(await readRecordFiles(folder)).toEqual(first);
  });

  it('does not exist before a message may have left, nor of what was cancelled before', async () => {
    const dispatch = await frozen();
    expect(await keep()).toBeUndefined();
    cancelDispatch(store, dispatch, 'Lead', clock.now());
    expect(await keep()).toBeUndefined();
    await keepAllRecords(store, data);
    expect(await verify()).toEqual(['no record']);
  });

  it('grows with the dispatch: stopped, cancelled, and decided about', async () => {
    const dispatch = await frozen();
    // The second request is never answered, and its fate stays unknown until the horizon.
    const fault = (request: number) => (request === 0 ? undefined : ('drop after' as const));
    const status = await send(dispatch, { fault }, { ...standardLimits, horizon: 30_000 });
    expect(status).toBe('review');
    expect(await keep()).toMatchObject({ missing: ['result.json'], faults: [] });
    expect(cancelDispatch(store, dispatch, 'Lead', clock.now())).toBe(true);
    expect(await keep()).toMatchObject({ missing: [], faults: [] });
    expect(JSON.parse(await file('result.json'))).toMatchObject({
      status: 'cancelled',
      accepted: 4,
      needsPerson: 8,
      decisions: [],
    });
    for (const { seq } of openCases(store, dispatch)) {
      resolveCase(store, dispatch, seq, 'sent', 'Comms Lead', clock.now());
    }
    await keep();
    const result = JSON.parse(await file('result.json'));
    expect(result).toMatchObject({ takenAsSent: 8, needsPerson: 0 });
    expect(result.decisions[0]).toMatchObject({ decision: 'sent', by: 'Comms Lead' });
    expect(await verify('ledger')).toEqual([]);
  });

  it('is made up for after a death between the last message and the record, or within writing it', async () => {
    const dispatch = await frozen();
    await send(dispatch);
    await keepAllRecords(store, data);
    expect(await verify('ledger')).toEqual([]);
    // Killed while the new folder took the place of the old one.
    await rename(folder, join(dirname(folder), '.providers-abc-replaced'));
    await mkdir(join(dirname(folder), '.providers-def'));
    expect(await keep()).toMatchObject({ missing: [], faults: [] });
    expect(await verify('ledger')).toEqual([]);
  });

  it('comes out whole when two processes keep it at once', async () => {
    const dispatch = await frozen();
    await send(dispatch);
    await Promise.all([keep(), keep(), keep()]);
    expect(await verify('ledger')).toEqual([]);
  });

  it('loses nothing to a ledger from an older backup', async () => {
    const dispatch = await frozen();
    await send(dispatch);
    await keep();
    store.change(`UPDATE dispatches SET status = 'paused', finished_at = NULL`);
    expect(await keep()).toMatchObject({ missing: [], faults: [] });
    expect(JSON.parse(await file('result.json'))).toMatchObject({ status: 'done' });
  });
});

describe('a record that was tampered with', () => {
  it('is told by any byte of any file, its checksums included', async () => {
    await send(await frozen());
    await keep();
    const random = randomFrom(7);
    const files = (await readRecordFiles(folder)) ?? new Map<string, Buffer>();
    expect([...files.keys()].toSorted()).toMatchInlineSnapshot(`
      [
        "SHA256SUMS",
        "approvals.json",
        "bulletin.html",
        "bulletin.json",
        "bulletin.txt",
        "list.json",
        "result.json",
        "source/contacts.yaml",
        "source/newsletters/2026-05-08.mdx",
      ]
    `);
    let tried = 0;
    for (const [name, bytes] of files) {
      const places = [
        0,
        bytes.length - 1,
        ...Array.from({ length: 10 }, () => Math.floor(random() * bytes.length)),
      ];
      for (const at of places) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(random() * 8));
        await writeFile(join(folder, name), changed);
        expect(await verify(), `byte ${at} of ${name}`).not.toEqual([]);
        tried += 1;
      }
      await writeFile(join(folder, name), bytes.subarray(0, -1));
      expect(await verify(), `${name} cut short`).not.toEqual([]);
      await rm(join(folder, name));
      expect(await verify(), `${name} gone`).not.toEqual([]);
      await writeFile(join(folder, name), bytes);
      expect(await verify(), `${name} as it was`).toEqual([]);
    }
    await writeFile(join(folder, 'source/note.txt'), 'A note');
    expect(await verify()).toEqual(['source/note.txt was added by hand.']);
    expect(tried).toBeGreaterThan(80);
  });

  it('is told by the ledger even under new checksums', async () => {
    const dispatch = await frozen();
    await send(dispatch);
    await keep();
    const result = (await file('result.json')).replace('"accepted": 12', '"accepted": 13');
    await writeFile(join(folder, 'result.json'), result);
    const files = (await readRecordFiles(folder)) ?? new Map<string, Buffer>();
    files.delete(checksumFile);
    await writeFile(join(folder, checksumFile), checksums(files));
    expect(await verify()).toEqual([]);
    expect(await verify('ledger')).toEqual(['result.json is not what the ledger says.']);
  });

  it('is left as it is, so that new checksums cannot hide it, and is not shown on the web', async () => {
    await send(await frozen());
    await keep();
    await writeFile(join(folder, 'bulletin.html'), '<p>Other words</p>');
    expect((await keep())?.faults).toEqual([
      'bulletin.html was changed since it was kept.',
      'bulletin.html is not the part in bulletin.json.',
    ]);
    expect(await file('bulletin.html')).toBe('<p>Other words</p>');
    await expect(publishRecords(data, join(data, 'out'))).rejects.toThrow(
      'bulletin.html was changed since it was kept.',
    );
  });

  it('is left as it is where it is of another bulletin', async () => {
    await send(await frozen());
    await keep();
    const other = exampleBulletin({ subject: 'Another' });
    const files = (await readRecordFiles(folder)) ?? new Map<string, Buffer>();
    files.delete(checksumFile);
    files.set('bulletin.json', Buffer.from(JSON.stringify(other)));
    await writeFile(join(folder, 'bulletin.json'), JSON.stringify(other));
    await writeFile(join(folder, checksumFile), checksums(files));
    expect((await keep())?.faults).toEqual([
      'It is the record of another bulletin than the ledger says was sent.',
    ]);
  });
});

describe('the archive on the web', () => {
  it('shows a bulletin as it was sent, without anybody’s way to unsubscribe', async () => {
    await send(await frozen());
    await keep();
    await publishRecords(data, join(data, 'out'));
    const shown = join(data, 'out', asSentPath('2026-05-08', 'providers'));
    expect(await readFile(shown, 'utf8')).toBe(
      bulletin.html.replace('{{UNSUBSCRIBE_URL}}', bulletin.webUrl),
    );
  });
});

describe('the sources of a bulletin', () => {
  const content = () => join(data, 'content');
  beforeEach(async () => {
    await mkdir(content());
    await writeFile(join(content(), 'a.mdx'), 'Tēnā koe');
    const list = sourceSumsFile(data, '2026-05-08');
    await mkdir(dirname(list), { recursive: true });
    await writeFile(list, JSON.stringify({ 'a.mdx': sha256('Tēnā koe') }));
  });

  it('are read as the build had them', async () => {
    expect(await readSources(data, content(), '2026-05-08')).toEqual({ 'a.mdx': 'Tēnā koe' });
  });

  it('are refused where one was changed or moved since, or nothing was built', async () => {
    await writeFile(join(content(), 'a.mdx'), 'Tēnā koutou');
    await expect(readSources(data, content(), '2026-05-08')).rejects.toThrow(
      'Expected the text that the bulletin was built from.\n  Found another one.\n  Run `npm run -s panui -- build`, read the bulletin again and approve it if it changed',
    );
    await rm(join(content(), 'a.mdx'));
    await expect(readSources(data, content(), '2026-05-08')).rejects.toThrow('Found no such file.');
    await expect(readSources(data, content(), '2026-06-12')).rejects.toThrow(
      'Expected the checksums of what the bulletin was made of.',
    );
  });
});

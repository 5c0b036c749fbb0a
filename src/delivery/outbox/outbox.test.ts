import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, it } from 'vitest';
import { exampleBulletin } from '../../testing/sending/example-bulletin.ts';
import { rehearse, type RehearsalOrder } from './outbox.ts';
import { rehearsalSchema } from './rehearsal.ts';
import { newToken, type Recipient } from '../lists/subscription.ts';

const now = new Date('2026-05-08T09:05:00+12:00');
let data: string;
let people: Recipient[];
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'panui-'));
  people = [
    { name: 'Mārama <b>', address: 'a@kura.example', token: newToken() },
    { name: '', address: 'b@kura.example', token: newToken() },
    { name: 'Cy', address: 'c@kura.example', token: newToken() },
  ];
});

const order = (changes: Partial<RehearsalOrder> = {}): RehearsalOrder => ({
  bulletin: exampleBulletin(),
  recipients: () => [people.slice(0, 2), people.slice(2)],
  data,
  siteUrl: 'http://localhost:4321',
  now,
  ...changes,
});
const snapshot = async (folder: string) =>
  Promise.all(
    (await readdir(folder)).map(async (name) => {
      const { mtimeNs, ino } = await stat(join(folder, name), { bigint: true });
      return { name, mtimeNs, ino };
    }),
  );

describe('rehearse', () => {
  it('writes one message for each person, each to that person alone', async () => {
    const { folder, ...report } = await rehearse(order());
    expect(report).toMatchObject({ outcome: 'written', changed: [], count: 3 });
    expect(folder).toBe(join(data, 'outbox', '2026-05-08', 'providers'));
    const files = (await readdir(folder)).filter((name) => name.endsWith('.eml')).toSorted();
    expect(files.map((name) => name.slice(0, 4))).toEqual(['001-', '002-', '003-']);
    const mails = await Promise.all(
      files.map(async (name) => PostalMime.parse(await readFile(join(folder, name)))),
    );
    expect(mails.map(({ to }) => to?.map(({ address }) => address))).toEqual(
      people.map(({ address }) => [address]),
    );
    expect(mails.map(({ text }) => text?.includes('{{'))).toEqual([false, false, false]);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(3);
    expect(
      rehearsalSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))),
    ).toMatchObject({
      edition: '2026-05-08',
      audience: 'providers',
      hash: exampleBulletin().hash,
      writtenAt: now.toISOString(),
      count: 3,
    });
  });

  it('writes a page that links to every message and to the bulletin, and trusts no name', async () => {
    const { folder, index } = await rehearse(order());
    const page = await readFile(index, 'utf8');
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '');
    const files = await readdir(folder);
    expect(links.filter((link) => link.endsWith('.eml'))).toHaveLength(3);
    expect(links.every((link) => files.includes(link))).toBe(true);
    expect(links).toContain('bulletin.html');
    expect(page).toContain('Mārama &lt;b&gt;');
    expect(page).toContain('<dd>9:05am, Friday 8 May 2026</dd>');
    expect(page).toMatch(/<ol>\s*(<li>.*?<\/li>){3}\s*<\/ol>\s*<\/main>/s);
    expect(page).not.toMatch(/<script|https?:\/\//);
    expect(await readFile(join(folder, 'bulletin.html'), 'utf8')).toBe(exampleBulletin().html);
  });

  it('writes nothing the second time and says so', async () => {
    const first = await rehearse(order());
    const before = await snapshot(first.folder);
    const second = await rehearse(order({ now: new Date('2026-05-09T00:00:00Z') }));
    expect(second).toEqual({ ...first, outcome: 'unchanged' });
    expect(await snapshot(first.folder)).toEqual(before);
  });

  it('replaces the rehearsal when the bulletin or the list changed, and says which', async () => {
    await rehearse(order());
    const bulletin = exampleBulletin({ subject: 'Another subject' });
    expect(await rehearse(order({ bulletin }))).toMatchObject({
      outcome: 'replaced',
      changed: ['the bulletin'],
    });
    people.pop();
    const report = await rehearse(order({ bulletin }));
    expect(report).toMatchObject({ outcome: 'replaced', changed: ['the list'], count: 2 });
    expect((await readdir(report.folder)).filter((name) => name.endsWith('.eml'))).toHaveLength(2);
    expect(await rehearse(order({ bulletin, siteUrl: 'http://localhost:4322' }))).toMatchObject({
      outcome: 'replaced',
      changed: ["the site's address"],
    });
  });

  it('writes again what somebody took away', async () => {
    const { folder } = await rehearse(order());
    const [message = ''] = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
    await rm(join(folder, message));
    expect(await rehearse(order())).toMatchObject({ outcome: 'written', count: 3 });
    expect(await readdir(folder)).toContain(message);
  });

  it('leaves the earlier rehearsal whole and nothing half-written when it fails', async () => {
    const { folder } = await rehearse(order());
    const before = await snapshot(folder);
    people.push({
      name: 'Jo\r\nBcc: x@kura.example',
      address: 'd@kura.example',
      token: newToken(),
    });
    await expect(rehearse(order())).rejects.toThrow();
    expect(await snapshot(folder)).toEqual(before);
    expect(await readdir(dirname(folder))).toEqual(['providers']);
  });
});

import { chmod, copyFile, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { migrations } from './migrations.ts';
import { openEmbedded } from './open-embedded.ts';

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'panui-'));
});

const insert = "INSERT INTO subscribers (address, created_at) VALUES ('a@kura.example', 'now')";
const sizeOf = (store: ReturnType<typeof openEmbedded>) =>
  store.rows(z.object({ size: z.int() }), 'SELECT count(*) AS size FROM subscribers')[0]?.size;

describe('openEmbedded', () => {
  it('keeps what was committed, in a write-ahead log that is flushed each time', () => {
    const first = openEmbedded(data);
    first.change(insert);
    const pragma = (name: string) =>
      first.rows(z.record(z.string(), z.unknown()), `PRAGMA ${name}`);
    expect(pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(pragma('synchronous')).toEqual([{ synchronous: 2 }]);
    expect(pragma('foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    first.close();
    const second = openEmbedded(data);
    expect(sizeOf(second)).toBe(1);
    expect(second.rows(z.unknown(), 'PRAGMA user_version')).toEqual([
      { user_version: migrations.length },
    ]);
    second.close();
  });

  it('keeps nothing of a transaction that fails', () => {
    const store = openEmbedded(data);
    const work = () =>
      store.transaction(() => {
        store.change(insert);
        throw new Error('half way');
      });
    expect(work).toThrow('half way');
    expect(sizeOf(store)).toBe(0);
    store.close();
  });

  it('refuses a row that does not hold what it should', () => {
    const store = openEmbedded(data);
    store.change(insert);
    expect(() =>
      store.rows(z.object({ name: z.string().min(1) }), 'SELECT name FROM subscribers'),
    ).toThrow(z.ZodError);
    store.close();
  });

  it('refuses a file that is no store and leaves it as it is', async () => {
    const file = join(data, 'panui.db');
    await writeFile(file, 'These are not the tables you are looking for. '.repeat(100));
    const before = await readFile(file);
    expect(() => openEmbedded(data)).toThrow(
      'Found a file that is not a SQLite database.\n  Restore the file from a backup',
    );
    expect(await readFile(file)).toEqual(before);
  });

  it('refuses the store of a newer version', () => {
    const store = openEmbedded(data);
    store.script('PRAGMA user_version = 1000');
    store.close();
    expect(() => openEmbedded(data)).toThrow('Found the store of a newer version.');
  });

  it('says that the disk is full, keeps nothing of the change, and works again with room', () => {
    const store = openEmbedded(data);
    store.script('PRAGMA max_page_count = 50');
    const fill = () =>
      store.transaction(() => {
        for (let at = 0; at < 5000; at += 1) {
          store.change(
            `INSERT INTO subscribers (address, created_at) VALUES ('${at}@kura.example', 'now')`,
          );
        }
      });
    expect(fill).toThrow('the disk is full; make room, then run the same command again');
    expect(sizeOf(store)).toBe(0);
    store.script('PRAGMA max_page_count = 100000');
    fill();
    expect(sizeOf(store)).toBe(5000);
    store.close();
  });

  it('says that somebody else has locked the store', () => {
    const [one, other] = [openEmbedded(data), openEmbedded(data)];
    other.script('PRAGMA busy_timeout = 20');
    one.transaction(() => {
      expect(() => other.change(insert)).toThrow('another program has kept the store locked');
    });
    expect(other.change(insert)).toBe(1);
    one.close();
    other.close();
  });

  it('writes no more where its file was replaced or deleted meanwhile', async () => {
    const file = join(data, 'panui.db');
    const store = openEmbedded(data);
    store.change(insert);
    store.script('PRAGMA wal_checkpoint(TRUNCATE)');
    await copyFile(file, `${file}.backup`);
    await rename(`${file}.backup`, file);
    const again = insert.replace('a@', 'b@');
    for (const work of [() => store.change(again), () => store.transaction(() => 1)]) {
      expect(work).toThrow('moved, replaced or deleted while this program had it open');
    }
    store.close();
    expect(() => openEmbedded(data)).not.toThrow();
    const second = openEmbedded(data);
    await rm(file);
    expect(() => second.change(again)).toThrow('moved, replaced or deleted');
    second.close();
  });

  it.skipIf(process.platform === 'win32')('lets nobody else read it, wherever it is', async () => {
    await chmod(data, 0o755);
    const store = openEmbedded(data);
    store.change(insert);
    for (const name of ['panui.db', 'panui.db-wal', 'panui.db-shm']) {
      expect((await stat(join(data, name))).mode & 0o777, name).toBe(0o600);
    }
    store.close();
  });

  it('refuses a damaged file without changing it', async () => {
    const store = openEmbedded(data);
    store.change(insert);
    store.script('PRAGMA wal_checkpoint(TRUNCATE)');
    store.close();
    const file = join(data, 'panui.db');
    const bytes = await readFile(file);
    bytes.fill(0x5a, 100, 4096);
    await writeFile(file, bytes);
    expect(() => openEmbedded(data)).toThrow(/damaged|not a SQLite/);
    expect(await readFile(file)).toEqual(bytes);
  });

  it('says what to do where damage shows only later, and where its folder is a file', async () => {
    const store = openEmbedded(data);
    store.script('CREATE TABLE long (text TEXT)');
    store.change(`INSERT INTO long VALUES ($text)`, { text: 'x'.repeat(100_000) });
    store.script('PRAGMA wal_checkpoint(TRUNCATE)');
    store.close();
    const file = join(data, 'panui.db');
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill(0x5a, bytes.length - 40_960));
    const damaged = openEmbedded(data);
    const read = () => damaged.rows(z.unknown(), 'SELECT text FROM long');
    expect(read).toThrow('the store is damaged; restore it from a backup');
    damaged.close();
    expect(() => openEmbedded(file)).toThrow(
      /Expected a folder for lists and ledger\.\n {2}Found a file/,
    );
    expect(() => openEmbedded(join(file, 'data'))).toThrow('Found a file in the way to it');
  });
});

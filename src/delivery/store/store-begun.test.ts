import { openStore } from './open-store.ts';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'panui-'));
});

const at = (name: string) => join(data, name);
const bytesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name)).toString('base64')]);
const insert = (address: string) =>
  `INSERT INTO subscribers (address, created_at) VALUES ('${address}', 'now')`;
const people = () => {
  const store = openStore({ data });
  const rows = store.rows(z.object({ address: z.string() }), 'SELECT address FROM subscribers');
  store.close();
  return rows.map(({ address }) => address);
};

/** A store with one person, closed as it should be. */
const used = () => {
  const store = openStore({ data });
  store.change(insert('a@kura.example'));
  store.close();
};

/** A store whose process was killed: the second person stands in the log alone. */
const killed = () => {
  used();
  const store = openStore({ data });
  store.change(insert('b@kura.example'));
  const copy = mkdtempSync(join(tmpdir(), 'panui-'));
  cpSync(data, copy, { recursive: true });
  store.close();
  data = copy;
  expect(readdirSync(data)).toContain('panui.db-shm');
  expect(statSync(at('panui.db-wal')).size).toBeGreaterThan(0);
};

/** Refused, and every byte as it was. */
const expectRefusal = (message: string | RegExp) => {
  const before = bytesOf(data);
  expect(() => openStore({ data })).toThrow(message);
  expect(bytesOf(data)).toEqual(before);
};

describe('a store that was used is not taken for a new one', () => {
  it.each([
    ['emptied', () => truncateSync(at('panui.db'), 0), 'an empty file'],
    ['cut down to a byte', () => truncateSync(at('panui.db'), 1), 'an empty file'],
    ['deleted', () => rmSync(at('panui.db')), 'no file'],
  ])('when its file was %s', (_, harm, found) => {
    used();
    harm();
    expectRefusal(`Found ${found}, beside the mark of a store that was begun.`);
  });

  it('when it is from before stores were marked', () => {
    used();
    rmSync(at('panui.db.begun'));
    expect(people()).toEqual(['a@kura.example']);
    truncateSync(at('panui.db'), 0);
    expectRefusal('beside the mark of a store');
  });

  it.each(['journal', 'records', 'outbox'])('when files are left in %s', (folder) => {
    mkdirSync(at(folder));
    openStore({ data }).close();
    rmSync(at('panui.db'));
    rmSync(at('panui.db.begun'));
    writeFileSync(join(at(folder), 'one'), '');
    expectRefusal(`Found no file, beside files in ${folder}.`);
  });

  it.each([
    ['emptied', () => truncateSync(at('panui.db'), 0)],
    ['deleted', () => rmSync(at('panui.db'))],
  ])('and the log of its last changes stays when its file was %s', (_, harm) => {
    killed();
    rmSync(at('panui.db.begun'));
    harm();
    expectRefusal('beside a log of changes to a store');
  });

  it('when its tables stood only in a log that was removed, as those of an older version could', () => {
    const old = new DatabaseSync(at('panui.db'));
    old.exec('PRAGMA journal_mode = WAL; CREATE TABLE subscribers (id INTEGER)');
    const copy = mkdtempSync(join(tmpdir(), 'panui-'));
    cpSync(data, copy, { recursive: true });
    old.close();
    data = copy;
    rmSync(at('panui.db-wal'));
    rmSync(at('panui.db-shm'));
    writeFileSync(at('panui.db.begun'), '');
    expectRefusal('Found a database without tables, beside the mark');
  });
  it('when its log was removed, though the older state in the file is sound', () => {
    killed();
    rmSync(at('panui.db-wal'));
    expectRefusal('Found none, though the index of one is there: the last changes are lost.');
    rmSync(at('panui.db-shm'));
    expect(people()).toEqual(['a@kura.example']);
  });

  it.each([100, 4095, 4096, 5000, 8192, 40_960])('when it was cut down to %i bytes', (size) => {
    used();
    truncateSync(at('panui.db'), size);
    const before = readFileSync(at('panui.db'));
    expect(() => openStore({ data })).toThrow('Found a damaged SQLite database.');
    expect(readFileSync(at('panui.db'))).toEqual(before);
  });

  it('and says what to do', () => {
    used();
    rmSync(at('panui.db'));
    expect(() => openStore({ data })).toThrow(
      /Restore the file from a backup\. To begin anew with empty lists, move the whole folder away/,
    );
  });
});

describe('a store that may be opened', () => {
  it('is a new one, in a folder with nothing of a store in it', () => {
    writeFileSync(at('links.json'), '{}');
    mkdirSync(at('outbox/tests'), { recursive: true });
    writeFileSync(at('panui.db'), '');
    expect(people()).toEqual([]);
    expect(readFileSync(at('panui.db.begun'), 'utf8')).toContain('restore it from a backup');
  });

  it('is what a killed process left, log and all', () => {
    killed();
    expect(people()).toEqual(['a@kura.example', 'b@kura.example']);
    expect(readdirSync(data).toSorted()).toEqual(['panui.db', 'panui.db.begun']);
  });

  it('is not the database of another program, which stays as it is', () => {
    const other = new DatabaseSync(at('panui.db'));
    other.exec('CREATE TABLE recipes (name TEXT)');
    other.close();
    expectRefusal('Found the database of another program.');
  });

  it('is one that several processes begin at the same moment', () => {
    const stores = Array.from({ length: 5 }, () => openStore({ data }));
    for (const [index, store] of stores.entries()) store.change(insert(`p${index}@kura.example`));
    for (const store of stores) store.close();
    expect(people()).toHaveLength(5);
  });
});

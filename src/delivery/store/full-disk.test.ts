import { openStore } from './open-store.ts';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mayNotBeWritten } from './store-faults.ts';
import { storeForReading } from './store-for-reading.ts';

/* A disk without room, as a process sees it that may make no file longer: `ulimit -f 0`. */

const storeFile = pathToFileURL(join(import.meta.dirname, 'open-store.ts')).href;

const program = (open: 'openStore' | 'openForReading') => `
  import { ${open} } from '${storeFile}';
  import { z } from 'zod';
  const insert = (name) =>
    "INSERT INTO subscribers (address, created_at) VALUES ('" + name + "@kura.example', 'now')";
  const people = z.object({ address: z.string() });
  try {
    const store = ${open}({ data: process.env.PANUI_DATA });
    console.log(store.rows(people, 'SELECT address FROM subscribers').map((row) => row.address).join());
    for (const write of [() => store.change(insert('c')), () => store.transaction(() => store.change(insert('d')))]) {
      try { write(); console.log('written'); } catch (error) { console.log(error.message); }
    }
    console.log(store.rows(people, 'SELECT address FROM subscribers').length);
    store.close();
  } catch (error) { console.log('not opened: ' + error.message); }`;

/** Gives a process that may do everything the rights of nobody, once it has read its program. */
const asNobody = `if (process.getuid?.() === 0) { process.setgid(65534); process.setuid(65534); }`;

const withoutRights = (data: string, open: 'openStore' | 'openForReading') =>
  spawnSync(
    process.execPath,
    [
      '--no-warnings',
      '--input-type=module',
      '--eval',
      `${program(open).replace('try {', `${asNobody} try {`)}`,
    ],
    { env: { ...process.env, PANUI_DATA: data }, encoding: 'utf8' },
  );

const withoutRoom = (data: string, open: 'openStore' | 'openForReading' = 'openStore') =>
  spawnSync(
    'sh',
    ['-c', 'ulimit -f 0; exec "$@" | cat', 'sh'].concat(
      process.execPath,
      '--no-warnings',
      '--input-type=module',
      '--eval',
      program(open),
    ),
    { env: { ...process.env, PANUI_DATA: data }, encoding: 'utf8' },
  );

let data: string;
const addressSchema = z.object({ address: z.string() });
const people = () => {
  const store = openStore({ data });
  const rows = store.rows(addressSchema, 'SELECT address FROM subscribers');
  store.close();
  return rows.map(({ address }) => address);
};
const insert = (name: string) =>
  `INSERT INTO subscribers (address, created_at) VALUES ('${name}@kura.example', 'now')`;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'panui-'));
  const store = openStore({ data });
  store.change(insert('a'));
  store.close();
});

const refusal = 'the disk cannot be read or written; check it, then run the same command again';

describe.skipIf(process.platform === 'win32')('a store on a disk without room', () => {
  it('can be read, says in words that it cannot be written, and is whole afterwards', () => {
    const { stdout, stderr } = withoutRoom(data);
    expect({ stdout, stderr }).toEqual({
      stdout: `a@kura.example\n${refusal}\n${refusal}\n1\n`,
      stderr: '',
    });
    expect(people()).toEqual(['a@kura.example']);
    expect(readdirSync(data).toSorted()).toEqual(['panui.db', 'panui.db.begun']);
  });

  it('can be read with the log that a killed process left', () => {
    const store = openStore({ data });
    store.change(insert('b'));
    const copy = mkdtempSync(join(tmpdir(), 'panui-'));
    cpSync(data, copy, { recursive: true });
    store.close();
    data = copy;
    rmSync(join(data, 'panui.db-shm'));
    expect(statSync(join(data, 'panui.db-wal')).size).toBeGreaterThan(0);
    const { stdout, stderr } = withoutRoom(data);
    expect({ stdout, stderr }).toEqual({
      stdout: `a@kura.example,b@kura.example\n${refusal}\n${refusal}\n2\n`,
      stderr: '',
    });
    expect(people()).toEqual(['a@kura.example', 'b@kura.example']);
  });

  it('can be read by who only reads, with and without a log that was left', () => {
    const store = openStore({ data });
    store.change(insert('b'));
    const copy = mkdtempSync(join(tmpdir(), 'panui-'));
    cpSync(data, copy, { recursive: true });
    store.close();
    for (const [folder, people] of [
      [data, 'a@kura.example,b@kura.example'],
      [copy, 'a@kura.example,b@kura.example'],
    ] as const) {
      rmSync(join(folder, 'panui.db-shm'), { force: true });
      const { stdout, stderr } = withoutRoom(folder, 'openForReading');
      expect({ stdout, stderr }).toEqual({
        stdout: `${people}\n${refusal}\n${refusal}\n2\n`,
        stderr: '',
      });
    }
  });

  it('cannot be begun there, which is said in words, and can be begun later', () => {
    data = join(mkdtempSync(join(tmpdir(), 'panui-')), 'data');
    const { stdout, stderr } = withoutRoom(data);
    expect({ stdout, stderr }).toEqual({ stdout: `not opened: ${refusal}\n`, stderr: '' });
    expect(people()).toEqual([]);
  });
});

describe('a program that goes on while the disk is full', () => {
  it('writes again as soon as there is room, and sees what others wrote', () => {
    let isFull = true;
    const whole = () => {
      if (isFull) throw new Error('disk I/O error');
      return openStore({ data });
    };
    const store = storeForReading('the disk is full', { whole, look: () => openStore({ data }) });
    if (!store) throw new Error('it cannot be read');
    const size = () => store.rows(addressSchema, 'SELECT address FROM subscribers').length;
    expect({ size: size(), blocked: store.blocked }).toEqual({
      size: 1,
      blocked: 'the disk is full',
    });
    expect(() => store.change(insert('b'))).toThrow('the disk is full');
    const other = openStore({ data });
    other.change(insert('b'));
    other.close();
    expect(size()).toBe(2);
    isFull = false;
    store.transaction(() => store.change(insert('c')));
    expect({ size: size(), blocked: store.blocked }).toEqual({ size: 3, blocked: undefined });
    store.close();
  });
});

describe.skipIf(process.platform === 'win32')('a store in a folder that may only be read', () => {
  const onlyRead = (log: boolean) => {
    const store = openStore({ data });
    store.change(insert('b'));
    const copy = mkdtempSync(join(tmpdir(), 'panui-'));
    if (log) cpSync(data, copy, { recursive: true });
    store.close();
    if (!log) cpSync(data, copy, { recursive: true });
    for (const name of readdirSync(copy)) chmodSync(join(copy, name), 0o444);
    chmodSync(dirname(copy), 0o711);
    chmodSync(copy, 0o555);
    return copy;
  };

  it.each([
    ['openStore', false],
    ['openForReading', false],
    ['openStore', true],
    ['openForReading', true],
  ] as const)(
    'can be read, and says in words that nothing was written (%s, with a log: %s)',
    (open, log) => {
      const copy = onlyRead(log);
      const before = readdirSync(copy);
      const { stdout, stderr } = withoutRights(copy, open);
      expect({ stdout, stderr }).toEqual({
        stdout: `a@kura.example,b@kura.example\n${mayNotBeWritten}\n${mayNotBeWritten}\n2\n`,
        stderr: '',
      });
      expect(readdirSync(copy)).toEqual(before);
      chmodSync(copy, 0o755);
    },
  );
});

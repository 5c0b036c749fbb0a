import { openStore } from './open-store.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

/* A first command that is killed in its first moments, and several that begin at the same moment. */

const storeFile = pathToFileURL(join(import.meta.dirname, 'open-store.ts')).href;
const snapshots = pathToFileURL(join(import.meta.dirname, '../../testing/snapshot-steps.ts')).href;

/** Opens the store, takes one person in, and closes it. */
const program = `
  import { openStore } from '${storeFile}';
  const store = openStore({ data: process.env.PANUI_DATA });
  store.change("INSERT INTO subscribers (address, created_at) VALUES (hex(randomblob(8)), 'now')");
  store.close();`;

/** Runs the program in a process of its own; gives its exit code and what it complained of. */
async function run(data: string, ...options: string[]) {
  const child = spawn(
    process.execPath,
    ['--no-warnings', ...options, '--input-type=module', '--eval', program],
    { env: { ...process.env, PANUI_DATA: data }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { code: z.int().parse(code), said };
}

const fine = { code: 0, said: '' };
const freshFolder = () => join(mkdtempSync(join(tmpdir(), 'panui-')), 'data');

/** Goes on with the next command; gives how many people are in the store then. */
function goOn(data: string): number {
  const store = openStore({ data });
  store.change(`INSERT INTO subscribers (address, created_at) VALUES ('next@kura.example', 'now')`);
  const people = store.rows(z.unknown(), 'SELECT 1 FROM subscribers').length;
  expect(store.rows(z.unknown(), 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  store.close();
  return people;
}

describe('the first command in a folder', () => {
  it('may be killed before any of its steps: the next one goes on', async () => {
    const data = freshFolder();
    expect(await run(data, '--import', snapshots)).toEqual(fine);
    const killed = readdirSync(`${data}-steps`);
    expect(killed.length).toBeGreaterThan(20);
    for (const step of killed) {
      const folder = join(`${data}-steps`, step);
      expect({ step, people: goOn(folder) > 0 }).toEqual({ step, people: true });
      expect({ step, left: readdirSync(folder).toSorted() }).toEqual({
        step,
        left: ['panui.db', 'panui.db.begun'],
      });
    }
  }, 60_000);

  it('may be one of six at the same moment, and each is done whole', async () => {
    const data = freshFolder();
    const ends = await Promise.all(Array.from({ length: 6 }, () => run(data)));
    expect(ends).toEqual(ends.map(() => fine));
    expect(goOn(data)).toBe(7);
  }, 60_000);
});

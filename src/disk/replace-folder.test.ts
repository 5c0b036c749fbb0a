import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFolder } from './replace-folder.ts';

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'panui-replace-'));
});
afterEach(() => rm(place, { recursive: true }));

const write = (text: string) => (fresh: string) => writeFile(join(fresh, 'a.txt'), text);
const read = () => readFile(join(place, 'dist', 'a.txt'), 'utf8');

describe('replacing a folder', () => {
  it('puts the new one in place of the old as a whole', async () => {
    await replaceFolder(join(place, 'dist'), 0o755, write('one'));
    await replaceFolder(join(place, 'dist'), 0o755, write('two'));
    expect(await read()).toBe('two');
    expect(await readdir(place)).toEqual(['dist']);
  });

  it('leaves the old one as it was where writing fails', async () => {
    await replaceFolder(join(place, 'dist'), 0o755, write('one'));
    const failing = replaceFolder(join(place, 'dist'), 0o755, async (fresh) => {
      await write('half')(fresh);
      throw new Error('no more room');
    });
    await expect(failing).rejects.toThrow('no more room');
    expect(await read()).toBe('one');
    expect(await readdir(place)).toEqual(['dist']);
  });

  it('removes what a killed process left long ago, and nothing of one that may be at work', async () => {
    const { pid: dead } = spawnSync(process.execPath, ['--version']);
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    const old = [`.dist-${dead}-a`, `.dist-${dead}-a-replaced`];
    const others = [`.dist-${process.pid}-b`, '.dist-notes', `.other-${dead}-c`];
    for (const name of [...old, ...others, `.dist-${dead}-new`]) await mkdir(join(place, name));
    for (const name of [...old, ...others]) await utimes(join(place, name), longAgo, longAgo);
    await replaceFolder(join(place, 'dist'), 0o755, write('one'));
    expect((await readdir(place)).toSorted()).toEqual(
      [...others, `.dist-${dead}-new`, 'dist'].toSorted(),
    );
  });
});

import { mkdirSync, mkdtempSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, makeRoomFor } from './make-folder.ts';

const order = { expected: 'a folder for lists and ledger', setting: 'PANUI_DATA' };
const empty = () => mkdtempSync(join(tmpdir(), 'panui-'));
const make = (folder: string) => () => makeFolder(folder, order);
const makeRoom = (folder: string) => () => makeRoomFor(folder, order);

describe('makeFolder', () => {
  it('makes a folder and those above it, for its owner alone, and does no harm twice', () => {
    const folder = join(empty(), 'a/b/c');
    make(folder)();
    writeFileSync(join(folder, 'one'), '');
    make(folder)();
    expect(readdirSync(folder)).toEqual(['one']);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('takes a link to a folder for a folder', () => {
    const folder = empty();
    symlinkSync(folder, join(folder, 'link'));
    make(join(folder, 'link/data'))();
    expect(readdirSync(folder)).toContain('data');
  });

  const place = empty();
  writeFileSync(join(place, 'file'), '');
  symlinkSync(join(place, 'circle'), join(place, 'circle'));
  symlinkSync(join(place, 'nothing'), join(place, 'nowhere'));
  it.each([
    ['file/data', 'a file in the way to it'],
    ['nowhere/data', 'a file in the way to it, or a link that leads nowhere'],
    ['circle', 'links that lead in a circle'],
    ['circle/data', 'links that lead in a circle'],
    ['x'.repeat(300), 'a name that is too long'],
  ])('says of %s that it found %s', (name, found) => {
    for (const work of [make(join(place, name)), makeRoom(join(place, name, 'site'))]) {
      expect(work).toThrow(`Expected a folder for lists and ledger.\n  Found ${found}`);
      expect(work).toThrow('Set PANUI_DATA to a folder of its own that you may write to.');
    }
  });

  it('says of a file, or of a link that leads nowhere, that it is one', () => {
    for (const name of ['file', 'nowhere']) {
      expect(make(join(place, name))).toThrow('Found a file, or a link that leads nowhere.');
    }
  });

  // There "no such file" is the answer also for a folder in one that exists.
  it.runIf(process.platform === 'linux').each(['/proc/panui', '/proc/1/a/b'])(
    'gives up on %s',
    (folder) => {
      expect(make(folder)).toThrow('Found a place where none can be made (ENOENT).');
      expect(makeRoom(folder)).toThrow('Found a place where none can be made (ENOENT).');
    },
  );
});

describe('makeRoomFor', () => {
  it('makes what is above a folder, and leaves nothing else', () => {
    const folder = empty();
    makeRoom(join(folder, 'a/site'))();
    expect(readdirSync(folder, { recursive: true })).toEqual(['a']);
    mkdirSync(join(folder, 'a/site'));
    makeRoom(join(folder, 'a/site'))();
    expect(readdirSync(folder, { recursive: true }).map(String).toSorted()).toEqual([
      'a',
      'a/site',
    ]);
  });
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testBed } from '../../testing/sending/test-bed.ts';
import { addPeople } from '../../testing/sending/test-run.ts';
import { liftPerson, liftSource } from './lift-kept.ts';
import { suppressFile, suppressPerson } from './suppress.ts';
import { suppressionsOf } from './suppression.ts';

const bed = testBed();
const lifting = { by: 'Comms Lead', reason: 'the wrong file' };
const none = { list: '*', reason: undefined, source: undefined, saidOn: undefined } as const;

const statuses = () =>
  bed.store
    .rows(
      z.object({ status: z.string() }),
      `SELECT status FROM subscriptions WHERE list = 'providers' ORDER BY subscriber`,
    )
    .map(({ status }) => status);

/** A file says no for p1 to p3 and somebody on no list; p3 had unsubscribed before. */
async function wrongFile() {
  addPeople(bed.store, 4);
  bed.store.change(
    `UPDATE subscriptions SET status = 'unsubscribed', reason = 'link' WHERE subscriber = 3`,
  );
  const file = join(bed.data, 'staff_1.csv');
  await writeFile(
    file,
    'email,reason\np1@kura.example,unsubscribed\np2@kura.example,bounced\np3@kura.example,complained\nnobody@kura.example,unsubscribed\n',
  );
  await suppressFile(bed.store, file, none, bed.clock.now());
}

describe('a file that should not have been taken for nos', () => {
  it('is undone by name and reason: everybody is as before, and who had left stays off', async () => {
    await wrongFile();
    expect(statuses()).toEqual(['unsubscribed', 'bounced', 'complained', 'subscribed']);
    const undo = (expected: number) =>
      liftSource(bed.store, 'staff_1.csv', expected, lifting, bed.clock.now());
    expect(() => undo(3)).toThrow('Found 4.');
    expect(undo(4)).toEqual({ lifted: 4, putBack: 3 });
    expect(statuses()).toEqual(['subscribed', 'subscribed', 'unsubscribed', 'subscribed']);
    expect(suppressionsOf(bed.store, 'nobody@kura.example')).toMatchObject([
      { source: 'staff_1.csv', liftedBy: 'Comms Lead: the wrong file' },
    ]);
    expect(() => undo(4)).toThrow('Found 0.');
  });

  it('brings nobody back against another no', async () => {
    await wrongFile();
    suppressPerson(bed.store, 'p1@kura.example', { ...none, source: 'rang' }, bed.clock.now());
    suppressPerson(bed.store, 'p2@kura.example', { ...none, source: 'rang' }, bed.clock.now());
    liftSource(bed.store, 'staff_1.csv', 4, lifting, bed.clock.now());
    expect(statuses()[1]).not.toBe('subscribed');
  });
});

describe('the no of one person', () => {
  it('is lifted by name and reason, also of somebody on no list', async () => {
    await wrongFile();
    const lift = (address: string) => liftPerson(bed.store, address, lifting, bed.clock.now());
    expect(lift('nobody@kura.example')).toEqual({ lifted: 1, putBack: 0 });
    expect(() => lift('nobody@kura.example')).toThrow('nothing kept');
    expect(lift('p1@kura.example')).toEqual({ lifted: 1, putBack: 1 });
    expect(() => lift('p3@kura.example')).toThrow('a complaint, which holds for good');
  });
});

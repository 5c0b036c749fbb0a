import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BadInput } from '../../problems/problem.ts';
import { differences } from '../../testing/sending/test-run.ts';
import { runDispatch } from '../dispatch/run-dispatch.ts';
import { testBed } from '../../testing/sending/test-bed.ts';
import { journalAttempt, learnFromJournal } from './journal.ts';

const bed = testBed();
const file = () => join(bed.data, 'journal/2026-05-08-providers.log');
const at = '2026-05-07T21:00:00.000Z';

describe('a line of the journal that was cut short', () => {
  it.each([1, 10, 24, 25, 30, -1])(
    'after %i characters, by a power cut or a full disk, stops no later run',
    async (length) => {
      const provider = bed.provide();
      const { dispatch, run } = await bed.prepare(4, 2);
      const [{ key } = { key: '' }] = bed.store.rows(
        z.object({ key: z.string() }),
        'SELECT idempotency_key AS key FROM chunks ORDER BY seq',
      );
      journalAttempt(bed.data, dispatch.edition, dispatch.audience, key, new Date(at));
      appendFileSync(file(), `${at} ${key}`.slice(0, length));
      expect(await runDispatch(run)).toBe('done');
      expect(learnFromJournal(bed.store, bed.data, dispatch)).toBe(0);
      expect(differences(bed.store, provider)).toEqual([]);
      const whole = readFileSync(file(), 'utf8')
        .split('\n')
        .filter((line) => /^\S{24} \S+$/.test(line));
      expect(whole.filter((line) => line.endsWith(` ${key}`))).toHaveLength(2);
    },
  );

  it('is not what an attempt of another store looks like', async () => {
    bed.provide();
    const { dispatch } = await bed.prepare(2);
    journalAttempt(bed.data, dispatch.edition, dispatch.audience, 'panui/other', new Date(at));
    expect(() => learnFromJournal(bed.store, bed.data, dispatch)).toThrow(BadInput);
  });
});

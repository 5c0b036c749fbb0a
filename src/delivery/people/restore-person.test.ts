import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runDispatch } from '../dispatch/run-dispatch.ts';
import { testBed } from '../../testing/sending/test-bed.ts';
import { examplePayload } from '../../testing/sending/example-event.ts';
import { readEvent } from '../events/event.ts';
import { recordEvents } from '../events/record-event.ts';
import { exportList } from '../lists/export-list.ts';
import { forgetPerson } from './forget-person.ts';
import { importList } from '../lists/import-list.ts';
import { listSizes } from '../lists/list-sizes.ts';
import { recordContent } from '../record/record-content.ts';
import { restorePerson } from './restore-person.ts';
import { showPerson } from './show-person.ts';
import { resubscribe, unsubscribe } from './unsubscribe.ts';

const bed = testBed();
const tokenSchema = z.object({ token: z.string() });
const address = 'p1@kura.example';
const by = 'Service Desk';
const reason = 'their mail server was mended';

let number = 0;
const report = (type: 'bounced' | 'complained') => {
  number += 1;
  const bounce = { type: 'Permanent', subType: 'NoEmail', message: 'no such user' };
  const about = { delivery: '1-1', to: address, ...(type === 'bounced' && { bounce }) };
  const event = readEvent(examplePayload({ type: `email.${type}`, ...about }), bed.clock.now());
  if (!event) throw new Error('not about a delivery');
  recordEvents(bed.store, [{ webhookId: `msg_${number}`, event }], bed.clock.now());
};
const take = async (list: 'providers' | 'schools', csv = `email\n${address}\n`) => {
  const file = join(bed.data, 'list.csv');
  await writeFile(file, csv);
  return importList(bed.store, list, file, bed.clock.now());
};
const restore = () => restorePerson(bed.store, { address, by, reason }, bed.clock.now());
const statuses = () =>
  showPerson(bed.store, address).lists.map(({ list, status }) => `${list} ${status}`);
const token = (list = 'providers') => {
  const [row] = bed.store.rows(
    tokenSchema,
    'SELECT token FROM subscriptions WHERE subscriber = 1 AND list = $list',
    { list },
  );
  return row?.token ?? '';
};

describe('somebody who bounced for good', () => {
  it('is put back on every list by name, and a later import takes them as they are', async () => {
    await bed.prepare(2);
    await take('schools');
    report('bounced');
    expect(statuses()).toEqual(['providers bounced', 'schools bounced']);
    expect(restore()).toEqual([
      { list: 'providers', status: 'subscribed' },
      { list: 'schools', status: 'subscribed' },
    ]);
    expect(await take('providers')).toMatchObject({ added: 0, unchanged: 1, leftAlone: 0 });
    expect(statuses()).toEqual(['providers subscribed', 'schools subscribed']);
    const { lists, history } = showPerson(bed.store, address);
    expect(lists[0]?.reason).toBe(`bounce taken back by ${by}: ${reason}`);
    expect(history.map(({ status }) => status)).toContain('bounced');
    expect(listSizes(bed.store)).toMatchObject([
      { subscribed: 2, restored: 1 },
      { subscribed: 1, restored: 1 },
    ]);
  });

  it('is suppressed again by a new bounce, and can be put back again', async () => {
    await bed.prepare(1);
    report('bounced');
    restore();
    report('bounced');
    expect(statuses()).toEqual(['providers bounced']);
    expect(await take('providers')).toMatchObject({ leftAloneBecause: { bounced: 1 } });
    expect(listSizes(bed.store)[0]).toMatchObject({ subscribed: 0, restored: 0 });
    restore();
    expect(statuses()).toEqual(['providers subscribed']);
  });

  it('shows in the export, and by decision but not by name in the record of what they then get', async () => {
    bed.provide();
    const { dispatch, run } = await bed.prepare(2);
    report('bounced');
    bed.clock.jump(-60_000);
    restore();
    bed.clock.jump(60_000);
    await runDispatch(run);
    const list = recordContent(bed.store, dispatch).get('list.json')?.toString() ?? '';
    expect(JSON.parse(list)).toMatchObject({ restored: [{ by, reason }] });
    expect(list).not.toContain('@');
    const file = join(bed.data, 'out.csv');
    await exportList(bed.store, 'providers', file, false);
    expect(await readFile(file, 'utf8')).toContain(`bounce taken back by ${by}: ${reason}`);
    await forgetPerson(bed.store, bed.data, address, bed.clock.now());
    expect(showPerson(bed.store, address)).toMatchObject({ person: null, lists: [] });
  });
});

describe('whoever does not want the bulletins is not put back by staff', () => {
  it.each([
    ['complained', () => report('complained'), 'called a bulletin spam, which holds for good'],
    [
      'bounced and complained',
      () => {
        report('bounced');
        report('complained');
      },
      'called a bulletin spam',
    ],
    [
      'unsubscribed',
      () => void unsubscribe(bed.store, token(), 'one-click', bed.clock.now()),
      'somebody who unsubscribed.\n  Staff cannot put them back. Only they can, with the link',
    ],
    [
      'unsubscribed before the bounce',
      () => {
        unsubscribe(bed.store, token(), 'one-click', bed.clock.now());
        report('bounced');
      },
      'somebody who unsubscribed, apart from the bounce',
    ],
    [
      'unsubscribed after the bounce',
      () => {
        report('bounced');
        expect(unsubscribe(bed.store, token(), 'one-click', bed.clock.now())).toBe(true);
        expect(unsubscribe(bed.store, token(), 'one-click', bed.clock.now())).toBe(false);
      },
      'somebody who unsubscribed, apart from the bounce',
    ],
    ['is on the list', () => undefined, 'somebody who is on the list'],
  ])('%s', async (_, happen, found) => {
    await bed.prepare(1);
    happen();
    const before = statuses();
    expect(restore).toThrow(found);
    expect(restore).not.toThrow(address);
    expect(statuses()).toEqual(before);
  });

  it('nor whom nobody knows, or who asked to be forgotten', async () => {
    expect(restore).toThrow('Found nobody who is.');
    await forgetPerson(bed.store, bed.data, address, bed.clock.now());
    expect(restore).toThrow('asked to be forgotten, which holds for good');
  });

  it('stays off a list that they left, comes back to the others, and may take that back alone', async () => {
    await bed.prepare(1);
    await take('schools');
    unsubscribe(bed.store, token('schools'), 'preferences page', bed.clock.now());
    report('bounced');
    expect(restore()).toEqual([
      { list: 'providers', status: 'subscribed' },
      { list: 'schools', status: 'unsubscribed' },
    ]);
    expect(await take('schools')).toMatchObject({ leftAloneBecause: { unsubscribed: 1 } });
    expect(resubscribe(bed.store, token('schools'), 'preferences page', bed.clock.now())).toBe(
      true,
    );
    expect(statuses()).toEqual(['providers subscribed', 'schools subscribed']);
  });

  it('does not come back by themselves where a new file had removed them before', async () => {
    await bed.prepare(1);
    bed.store.change(`UPDATE subscriptions SET status = 'removed', reason = 'not in list.csv'`);
    report('bounced');
    expect(restore()).toEqual([{ list: 'providers', status: 'removed' }]);
    unsubscribe(bed.store, token(), 'one-click', bed.clock.now());
    expect(resubscribe(bed.store, token(), 'undone', bed.clock.now())).toBe(false);
    expect(statuses()).toEqual(['providers unsubscribed']);
  });
});

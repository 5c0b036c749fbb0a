import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testBed } from '../../testing/sending/test-bed.ts';
import { recordFolder } from '../bulletins/record-folder.ts';
import { deliveryCounts, unknownEvents } from '../events/delivery-counts.ts';
import { unappliedReports } from '../events/kept-reports.ts';
import { recordEvents } from '../events/record-event.ts';
import { dispatchCounts, dispatchReasons } from '../ledger/dispatch-counts.ts';
import { dispatchFaults } from '../dispatch/refusals.ts';
import { findDispatch } from '../ledger/dispatch.ts';
import { runDispatch } from '../dispatch/run-dispatch.ts';
import { forgetPerson } from '../people/forget-person.ts';
import { showPerson } from '../people/show-person.ts';
import { recordContent } from '../record/record-content.ts';
import { keepRecord } from '../record/record-keep.ts';
import { verifyRecord } from '../record/record-verify.ts';
import { countDeliveries, reasonToKeep } from './count-deliveries.ts';
import { dueDispatches } from './due-dispatches.ts';

const bed = testBed();
const day = 24 * 3_600_000;
const due = () => dueDispatches(bed.store, bed.clock.now(), 12);

/** Counts whatever is due, as the command does; gives of how many dispatches. */
async function countAll() {
  let counted = 0;
  for (const one of due()) {
    if (await reasonToKeep(bed.store, bed.data, one, false)) continue;
    counted += countDeliveries(bed.store, one, bed.clock.now()) ? 1 : 0;
  }
  return counted;
}

/** Eight people: one left before, one bounced for good, one is forgotten later; sent and reported. */
async function sent() {
  const provider = bed.provide();
  const { dispatch, run } = await bed.prepare(8, 3);
  bed.store.change(`UPDATE subscriptions SET status = 'unsubscribed' WHERE subscriber = 2`);
  expect(await runDispatch(run)).toBe('done');
  const report = (position: number, state: 'bounced' | 'complained' | 'delivered', name: string) =>
    recordEvents(
      bed.store,
      [
        {
          webhookId: name,
          event: {
            state,
            lasting: state === 'bounced',
            detail: '',
            createdAt: bed.clock.now(),
            emailId: provider.taken.find(({ to }) => to === `p${position}@kura.example`)?.id ?? '',
            address: `p${position}@kura.example`,
            tags: {
              edition: dispatch.edition,
              audience: dispatch.audience,
              delivery: `${dispatch.id}-${position}`,
            },
          },
        },
      ],
      bed.clock.now(),
    );
  report(3, 'bounced', 'a');
  report(4, 'delivered', 'b');
  await forgetPerson(bed.store, bed.data, 'p5@kura.example', bed.clock.now());
  await keepRecord(bed.store, bed.data, dispatch.edition, dispatch.audience);
  return { dispatch, provider, report };
}

const figures = ({ id, total }: { id: number; total: number }) => ({
  counts: dispatchCounts(bed.store, id),
  reasons: dispatchReasons(bed.store, id),
  delivery: deliveryCounts(bed.store, id, total),
  unknown: unknownEvents(bed.store),
});

/** How somebody stands on the list. */
const standing = (person: number) =>
  showPerson(bed.store, `p${person}@kura.example`).lists[0]?.status;

describe('the people of a finished dispatch', () => {
  it('become counts after a year, and every figure, record and no stays as it was', async () => {
    const { dispatch, provider } = await sent();
    const before = figures(dispatch);
    expect(before.counts).toMatchObject({ accepted: 7, excluded: 1 });
    bed.clock.jump(364 * day);
    expect(due()).toEqual([]);
    bed.clock.jump(2 * day);
    expect(await countAll()).toBe(1);
    expect(figures(dispatch)).toEqual(before);
    expect(bed.store.rows(z.unknown(), 'SELECT 1 FROM deliveries')).toEqual([]);
    expect(bed.store.rows(z.unknown(), 'SELECT 1 FROM events')).toEqual([]);
    bed.store.script('VACUUM');
    bed.store.script('PRAGMA wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(join(bed.data, 'panui.db'));
    expect(provider.taken.filter(({ id }) => bytes.includes(id))).toEqual([]);
    expect(showPerson(bed.store, 'p4@kura.example')).toMatchObject({ deliveries: [], reports: [] });
    expect(standing(3)).toBe('bounced');
    expect(standing(2)).toBe('unsubscribed');
    expect(showPerson(bed.store, 'p5@kura.example').forgottenAt).not.toBeNull();
    const now = findDispatch(bed.store, dispatch.edition, dispatch.audience);
    expect(now && dispatchFaults(now, 8)).toHaveLength(1);
    const folder = recordFolder(bed.data, dispatch.edition, dispatch.audience);
    await keepRecord(bed.store, bed.data, dispatch.edition, dispatch.audience);
    const record = await verifyRecord(folder, now && recordContent(bed.store, now));
    expect(record).toMatchObject({ faults: [], missing: ['source'] });
    expect(record?.files.map(({ name }) => name)).toContain('result.json');
    expect(due()).toEqual([]);
  });

  it('are still taken off every list by a bounce or a complaint that is reported later', async () => {
    const { report } = await sent();
    bed.clock.jump(400 * day);
    expect(await countAll()).toBe(1);
    expect(report(6, 'bounced', 'c')).toEqual(['recorded']);
    expect(report(6, 'bounced', 'c')).toEqual(['repeated']);
    expect(report(7, 'complained', 'd')).toEqual(['recorded']);
    expect(report(8, 'delivered', 'e')).toEqual(['recorded']);
    expect([6, 7, 8].map(standing)).toEqual(['bounced', 'complained', 'subscribed']);
    expect(unappliedReports(bed.store, bed.clock.now())).toEqual([]);
    expect(unknownEvents(bed.store)).toBe(0);
  });

  it('stay where a person has not decided, and in one that is not over', async () => {
    bed.provide({ impossible: (address) => address.startsWith('p1@') });
    const { dispatch, run } = await bed.prepare(4, 2);
    expect(await runDispatch(run)).toBe('done');
    expect(dispatchCounts(bed.store, dispatch.id)).toMatchObject({ accepted: 3, needsPerson: 1 });
    bed.clock.jump(400 * day);
    const [one] = due();
    if (!one) throw new Error('nothing is due');
    expect(await reasonToKeep(bed.store, bed.data, one, true)).toMatchInlineSnapshot(
      `"1 message waits for a person: \`npm run -s panui -- resolve 2026-05-08 --audience providers\`"`,
    );
    expect(await countAll()).toBe(0);
    for (const status of ['freezing', 'frozen', 'sending', 'paused', 'review']) {
      bed.store.change('UPDATE dispatches SET status = $status', { status });
      expect({ status, due: due() }).toEqual({ status, due: [] });
      expect(countDeliveries(bed.store, one, bed.clock.now())).toBe(false);
    }
    expect(bed.store.rows(z.unknown(), 'SELECT 1 FROM deliveries')).toHaveLength(4);
  });

  it('stay where the record of them was changed', async () => {
    const { dispatch } = await sent();
    bed.clock.jump(400 * day);
    const folder = recordFolder(bed.data, dispatch.edition, dispatch.audience);
    writeFileSync(join(folder, 'result.json'), '{}');
    expect(await countAll()).toBe(0);
  });
});

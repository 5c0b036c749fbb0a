import { expect, it } from 'vitest';
import { testBed } from '../../testing/sending/test-bed.ts';
import { runDispatch } from '../dispatch/run-dispatch.ts';
import type { DeliveryState } from '../events/event.ts';
import { recordEvents } from '../events/record-event.ts';
import { figuresBefore, figuresOf } from './dispatch-figures.ts';
import { figuresByOrganisation } from './figures-by-organisation.ts';
import { figuresByTime } from './figures-by-time.ts';

const bed = testBed();

it('counts what became of people once each, by time and by organisation, and nobody before', async () => {
  const provider = bed.provide();
  const { dispatch, run } = await bed.prepare(4);
  bed.store.change("UPDATE subscribers SET organisation = 'Te Kura o Rongo' WHERE id <= 2");
  expect(figuresByTime(bed.store, dispatch)).toBeUndefined();
  await runDispatch(run);
  const start = bed.clock.now().getTime();
  const said: [number, DeliveryState, number][] = [
    [0, 'delivered', 1],
    // Later still, which counts no second time.
    [0, 'delivered', 90],
    [1, 'bounced', 2],
    [2, 'delivered', 61],
    [2, 'complained', 120],
  ];
  const events = said.map(([at, state, minute], number) => ({
    webhookId: `report ${number}`,
    event: {
      state,
      lasting: false,
      detail: '',
      emailId: provider.taken[at]?.id ?? '',
      createdAt: new Date(start + minute * 60_000),
      tags: {},
    },
  }));
  recordEvents(bed.store, events, new Date(start + 7_200_000));
  bed.store.change(
    `UPDATE subscriptions SET status = 'unsubscribed', changed_at = $at WHERE subscriber = 4`,
    { at: new Date(start + 30 * 60_000).toISOString() },
  );
  expect(figuresOf(bed.store, dispatch)).toMatchObject({
    total: 4,
    accepted: 4,
    delivered: 1,
    bounced: 1,
    complained: 1,
    unsubscribed: 1,
    needsPerson: 0,
  });
  const { minutes, stretches } = figuresByTime(bed.store, dispatch) ?? { stretches: [] };
  const sum = (key: 'accepted' | 'delivered' | 'bounced' | 'complained' | 'unsubscribed') =>
    stretches.reduce((all, one) => all + one[key], 0);
  expect({ minutes, stretches: stretches.length }).toEqual({ minutes: 15, stretches: 9 });
  expect([sum('accepted'), sum('delivered'), sum('unsubscribed')]).toEqual([4, 2, 1]);
  expect(figuresByOrganisation(bed.store, dispatch).map((one) => Object.values(one))).toEqual([
    ['Te Kura o Rongo', 2, 1, 1, 0, 0],
    ['', 2, 0, 0, 1, 0],
  ]);
  expect(figuresBefore(bed.store, dispatch, 5)).toEqual([]);
});

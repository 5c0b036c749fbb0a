import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { openTestStore } from '../../testing/postgres/open-test-store.ts';
import { exampleBulletin } from '../../testing/sending/example-bulletin.ts';
import { addPeople, emptyFolder } from '../../testing/sending/test-run.ts';
import { listRecipients } from '../lists/list-recipients.ts';
import type { Store } from '../store/store.ts';
import { dispatchCounts, dispatchReasons } from './dispatch-counts.ts';
import { freeze } from './freeze.ts';
import { listSome } from './list-people.ts';
import { sealDispatch } from './seal.ts';

let store: Store;
beforeEach(() => {
  store = openTestStore(emptyFolder());
  addPeople(store, 5);
  store.change(`UPDATE subscriptions SET wants = 'action' WHERE subscriber IN (2, 3)`);
});
afterEach(() => store.close());

const order = {
  siteUrl: 'https://news.example',
  expect: 5,
  now: new Date('2026-05-08T09:00:00+12:00'),
  mostPeople: 2,
};
const asksNothing = { ...exampleBulletin(), asks: false as const };

it('leaves out of a bulletin that asks nothing who wants only what needs action, and says why', async () => {
  const dispatch = freeze(store, { ...order, bulletin: asksNothing });
  await sealDispatch(store, dispatch);
  expect(dispatch.total).toBe(5);
  expect(dispatchCounts(store, dispatch.id)).toMatchObject({ pending: 3, excluded: 2 });
  expect(dispatchReasons(store, dispatch.id).excluded).toEqual({
    'wants only what needs action': 2,
  });
  const people = [...listRecipients(store, 'providers', { asks: false })].flat();
  expect(people.map(({ address }) => address)).toEqual([
    'p1@kura.example',
    'p4@kura.example',
    'p5@kura.example',
  ]);
});

it('sends what asks something, and a correction, to everybody', () => {
  const dispatch = freeze(store, { ...order, bulletin: exampleBulletin() });
  expect(dispatchCounts(store, dispatch.id)).toMatchObject({ pending: 5, excluded: 0 });
});

it('freezes nothing where nobody is left', () => {
  store.change(`UPDATE subscriptions SET wants = 'action'`);
  expect(() => freeze(store, { ...order, bulletin: asksNothing })).toThrow(
    'Expected somebody who gets a bulletin that asks nothing of them',
  );
  expect([...listRecipients(store, 'providers', { asks: false })]).toEqual([]);
});

it('leaves them out wherever they stand, also behind everybody else and while others leave', async () => {
  addPeople(store, 25, 6);
  const wants = (id: number, what: string) =>
    store.change('UPDATE subscriptions SET wants = $what WHERE subscriber = $id', { id, what });
  for (const id of [6, 7, 15, 29, 30]) wants(id, 'action');
  const dispatch = freeze(store, { ...order, expect: 30, bulletin: asksNothing });
  expect(listSome(store, dispatch)).toBe(true);
  expect(dispatchCounts(store, dispatch.id)).toMatchObject({ pending: 26, excluded: 4 });
  // What somebody chooses now counts where their turn has not come.
  wants(1, 'action');
  wants(7, 'every');
  wants(20, 'action');
  await sealDispatch(store, dispatch);
  expect(dispatchReasons(store, dispatch.id).excluded).toEqual({
    'wants only what needs action': 8,
  });
  expect(dispatchCounts(store, dispatch.id)).toMatchObject({ pending: 22, excluded: 8 });
  const [sent] = store.rows(
    z.object({ people: z.int(), most: z.int() }),
    'SELECT sum(people) AS people, max(people) AS most FROM chunks WHERE dispatch = $id',
    { id: dispatch.id },
  );
  expect(sent).toEqual({ people: 22, most: 2 });
});

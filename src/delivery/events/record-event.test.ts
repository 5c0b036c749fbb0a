import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { differences } from '../../testing/sending/test-run.ts';
import { runDispatch } from '../dispatch/run-dispatch.ts';
import { testBed } from '../../testing/sending/test-bed.ts';
import { forgetPerson } from '../people/forget-person.ts';
import { importList } from '../lists/import-list.ts';
import { dispatchCounts, dispatchReasons } from '../ledger/dispatch-counts.ts';
import { dispatchState, type Dispatch } from '../ledger/dispatch.ts';
import { openCases, resolveCase } from '../ledger/resolve.ts';
import { showPerson } from '../people/show-person.ts';
import type { Store } from '../store/store.ts';
import type { FakeProvider } from '../../testing/sending/fake-provider.ts';
import { deliveryCounts, unknownEvents } from './delivery-counts.ts';
import { readEvent, type DeliveryEvent } from './event.ts';
import { examplePayload, type ExampleEvent } from '../../testing/sending/example-event.ts';
import { eventWriter } from './event-writer.ts';
import { recordEvents } from './record-event.ts';

const bed = testBed();

const recordEvent = (of: Store, webhookId: string, event: DeliveryEvent, now: Date) =>
  recordEvents(of, [{ webhookId, event }], now)[0];

let number = 0;
/** Reports something of the person at a position of the first dispatch. */
const report = (type: string, position: number, more: Partial<ExampleEvent> = {}) => {
  number += 1;
  const delivery = `1-${position}`;
  const to = `p${position}@kura.example`;
  const payload = examplePayload({ type: `email.${type}`, delivery, to, ...more });
  const event = readEvent(payload, bed.clock.now());
  if (!event) throw new Error('not about a delivery');
  return recordEvent(bed.store, `msg_${number}`, event, bed.clock.now());
};
const hard = { bounce: { type: 'Permanent', subType: 'NoEmail', message: 'no such user' } };
const soft = { bounce: { type: 'Transient', subType: 'MailboxFull', message: 'full' } };

const deliverySchema = z.object({ delivery: z.string().nullable(), at: z.string().nullable() });
const delivery = (position: number) =>
  bed.store.rows(
    deliverySchema,
    'SELECT delivery, delivery_at AS at FROM deliveries WHERE position = $position',
    { position },
  )[0];
const statuses = (address = 'p1@kura.example') =>
  showPerson(bed.store, address).lists.map(({ list, status }) => `${list} ${status}`);
const take = async (list: 'providers' | 'schools', csv: string) => {
  await writeFile(join(bed.data, 'list.csv'), csv);
  return importList(bed.store, list, join(bed.data, 'list.csv'), bed.clock.now());
};

describe('a report of the provider', () => {
  it('moves the delivery on, and the numbers add up to everybody', async () => {
    bed.provide();
    const { dispatch, run } = await bed.prepare(9, 2);
    bed.store.change(`UPDATE subscriptions SET status = 'unsubscribed' WHERE subscriber = 9`);
    expect(await runDispatch(run)).toBe('done');
    for (let position = 1; position <= 7; position += 1) report('sent', position);
    report('delivered', 2);
    report('delivery_delayed', 3);
    report('bounced', 4, soft);
    report('complained', 5);
    report('suppressed', 6);
    report('failed', 7);
    const counts = deliveryCounts(bed.store, dispatch.id, dispatch.total);
    expect(counts).toEqual({
      sent: 1,
      delivered: 1,
      delayed: 1,
      bounced: 1,
      complained: 1,
      suppressed: 1,
      failed: 1,
      awaited: 1,
      none: 1,
    });
    expect(Object.values(counts).reduce((all, one) => all + one, 0)).toBe(dispatch.total);
    expect(dispatchCounts(bed.store, dispatch.id)).toMatchObject({ accepted: 8, excluded: 1 });
    expect(() => deliveryCounts(bed.store, dispatch.id, 10)).toThrow('10 people has 9 deliveries');
  });

  it('is written down once, however often it comes', async () => {
    await bed.prepare(1);
    const payload = examplePayload({ type: 'email.sent', delivery: '1-1', to: 'p1@kura.example' });
    const event = readEvent(payload, bed.clock.now());
    if (!event) throw new Error('not about a delivery');
    const outcomes = [1, 2, 3].map(() =>
      recordEvent(bed.store, 'msg_same', event, bed.clock.now()),
    );
    expect(outcomes).toEqual(['recorded', 'repeated', 'repeated']);
    expect(showPerson(bed.store, 'p1@kura.example').reports).toHaveLength(1);
  });

  it('leads to the same end in whatever order it comes, and never back', async () => {
    const steps = [
      ['sent', {}],
      ['delivery_delayed', {}],
      ['bounced', soft],
      ['delivered', {}],
      ['bounced', hard],
      ['complained', {}],
    ] as const;
    const ends = [
      ['sent', 'delayed', 'bounced', 'delivered', 'bounced', 'complained'],
      ['complained', 'complained', 'complained', 'complained', 'complained', 'complained'],
      ['bounced', 'bounced', 'bounced', 'delivered', 'bounced', 'complained'],
    ];
    const orders = [
      [0, 1, 2, 3, 4, 5],
      [5, 4, 3, 2, 1, 0],
      [2, 0, 1, 3, 4, 5],
    ];
    await bed.prepare(orders.length);
    for (const [at, order] of orders.entries()) {
      const seen = order.map((step) => {
        const [type, more] = steps[step] ?? ['sent', {}];
        report(type, at + 1, { ...more, at: `2026-05-08T09:1${step}:00.000Z` });
        return delivery(at + 1)?.delivery;
      });
      expect(seen).toEqual(ends[at]);
      expect(delivery(at + 1)?.at).toBe('2026-05-08T09:15:00.000Z');
    }
  });

  it.each([
    ['another edition', { tags: { edition: '2026-04-01' } }],
    ['another audience', { tags: { audience: 'schools' } }],
    ['a delivery that does not exist', { delivery: '1-99' }],
    ['somebody else at the same place, as another store may have', { to: 'other@kura.example' }],
    ['a test message', { delivery: 'test' }],
    ['no delivery in words a program can read', { delivery: "1-1' OR 1=1" }],
  ])('is counted and moves nothing when it is about %s', async (_, more) => {
    await bed.prepare(1);
    expect(report('complained', 1, more)).toBe('unknown');
    expect(delivery(1)).toEqual({ delivery: null, at: null });
    expect(statuses()).toEqual(['providers subscribed']);
    expect(unknownEvents(bed.store)).toBe(1);
  });

  it('keeps no address', async () => {
    await bed.prepare(1);
    report('bounced', 1, hard);
    report('bounced', 1, { ...hard, to: 'stranger@kura.example' });
    const rows = bed.store.rows(z.record(z.string(), z.unknown()), 'SELECT * FROM events');
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain('@');
  });

  it.each([
    ['opened and clicked, which are nobody’s business', { type: 'email.opened' }],
    ['a contact', { type: 'contact.created' }],
    ['a kind of report that does not exist yet', { type: 'email.teleported' }],
  ])('says nothing about a delivery when it is about %s', (_, { type }) => {
    const payload = examplePayload({ type, delivery: '1-1', to: 'p1@kura.example' });
    expect(readEvent(payload, bed.clock.now())).toBeUndefined();
  });

  it.each([
    undefined,
    null,
    7,
    'text',
    [],
    {},
    { type: 'email.sent' },
    { type: 'email.sent', data: {} },
  ])('is nothing where it is %j', (body) =>
    expect(readEvent(body, bed.clock.now())).toBeUndefined(),
  );

  it('is read though parts of it have another shape than documented', async () => {
    await bed.prepare(1);
    const payload = examplePayload({
      type: 'email.delivered',
      delivery: '1-1',
      to: 'P1@KURA.example ',
    });
    const odd = { ...payload, created_at: 'yesterday', data: { ...payload.data, bounce: 'none' } };
    const event = readEvent(odd, bed.clock.now());
    if (!event) throw new Error('not about a delivery');
    expect(recordEvent(bed.store, 'msg_odd', event, bed.clock.now())).toBe('recorded');
    expect(delivery(1)).toEqual({ delivery: 'delivered', at: bed.clock.now().toISOString() });
  });
});

describe('many reports at once', () => {
  const named = (position: number, webhookId = `msg_many_${position}`) => {
    const to = `p${position}@kura.example`;
    const body = examplePayload({ type: 'email.sent', delivery: `1-${position}`, to });
    const event = readEvent(body, bed.clock.now());
    if (!event) throw new Error('not about a delivery');
    return { webhookId, event };
  };

  it('are written down together, each once', async () => {
    const { dispatch } = await bed.prepare(300);
    let transactions = 0;
    const counting: Store = {
      ...bed.store,
      transaction: (work) => {
        transactions += 1;
        return bed.store.transaction(work);
      },
    };
    const write = eventWriter(
      async (events) => recordEvents(counting, events, bed.clock.now()),
      () => true,
    );
    const all = Array.from({ length: 300 }, (_, at) => write(named(at + 1)));
    expect(new Set(await Promise.all([...all, write(named(7))]))).toEqual(
      new Set(['recorded', 'repeated']),
    );
    expect(transactions).toBe(1);
    expect(deliveryCounts(bed.store, dispatch.id, 300)).toMatchObject({ sent: 300 });
  });

  it('do not spoil one another when one cannot be written', async () => {
    await bed.prepare(3);
    bed.store
      .script(`CREATE UNIQUE INDEX spoilt ON events (lasting) WHERE webhook_id LIKE 'spoilt%';
      INSERT INTO events (webhook_id, state, lasting, detail, email_id, created_at, received_at)
      VALUES ('spoilt before', 'sent', 0, '', '', '', '')`);
    const write = eventWriter(
      async (events) => recordEvents(bed.store, events, bed.clock.now()),
      () => true,
    );
    const ends = await Promise.allSettled([
      write(named(1)),
      write(named(2, 'spoilt')),
      write(named(3)),
    ]);
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect([1, 2, 3].map((position) => delivery(position)?.delivery)).toEqual([
      'sent',
      null,
      'sent',
    ]);
  });
});

describe('a bounce for good or a complaint', () => {
  it.each([
    ['bounced', hard, 'the bulletin of 2026-05-08 for providers bounced for good (NoEmail)'],
    ['complained', {}, 'called the bulletin of 2026-05-08 for providers spam'],
  ] as const)(
    'takes the person off every list, says why and when: %s',
    async (type, more, reason) => {
      await bed.prepare(2);
      await take('schools', 'email\np1@kura.example\np2@kura.example\n');
      report(type, 1, more);
      expect(statuses()).toEqual([`providers ${type}`, `schools ${type}`]);
      expect(statuses('p2@kura.example')).toEqual(['providers subscribed', 'schools subscribed']);
      const { lists, history } = showPerson(bed.store, 'p1@kura.example');
      expect(lists[0]).toMatchObject({ reason, changedAt: bed.clock.now().toISOString() });
      expect(history.map(({ list, status }) => `${list} ${status}`).toSorted()).toEqual([
        'providers subscribed',
        'schools subscribed',
      ]);
    },
  );

  it.each([
    ['bounced', hard],
    ['complained', {}],
  ] as const)('%s: no import brings the person back, to any list', async (type, more) => {
    await bed.prepare(2);
    report(type, 1, more);
    const csv = 'email,name\nP1@Kura.example,New name\np2@kura.example,Two\n';
    expect(await take('providers', csv)).toMatchObject({
      added: 0,
      updated: 1,
      leftAlone: 1,
      leftAloneBecause: { [type]: 1, unsubscribed: 0 },
    });
    expect(await take('schools', csv)).toMatchObject({ added: 1, leftAlone: 1 });
    expect(statuses()).toEqual([`providers ${type}`]);
    expect(showPerson(bed.store, 'p1@kura.example').person).toMatchObject({ name: '' });
  });

  it('a complaint goes further than a bounce, and neither is taken back', async () => {
    await bed.prepare(1);
    report('bounced', 1, hard);
    report('complained', 1);
    report('bounced', 1, hard);
    report('delivered', 1);
    expect(statuses()).toEqual(['providers complained']);
  });

  it('a bounce that may pass changes no list', async () => {
    await bed.prepare(1);
    report('bounced', 1, soft);
    report('bounced', 1, { bounce: { type: 'Undetermined', subType: '', message: '' } });
    report('suppressed', 1);
    expect(statuses()).toEqual(['providers subscribed']);
  });

  it('leaves the person out of what was not tried yet, and repeats nothing else', async () => {
    const provider = bed.provide();
    const { dispatch, run } = await bed.prepare(6, 2);
    report('complained', 3);
    expect(await runDispatch(run)).toBe('done');
    expect(provider.taken.map(({ to }) => to)).not.toContain('p3@kura.example');
    expect(dispatchReasons(bed.store, dispatch.id).excluded).toEqual({ complained: 1 });
    expect(differences(bed.store, provider)).toEqual([]);
  });
});

describe('reports never send, repeat or accept anything', () => {
  const ledger = () =>
    bed.store.rows(
      z.unknown(),
      `SELECT c.*, d.status AS dispatch_status, (SELECT string_agg(status, ',') FROM deliveries) AS people
       FROM chunks c JOIN dispatches d ON d.id = c.dispatch ORDER BY seq`,
    );

  it.each([
    'sent',
    'delivered',
    'delivery_delayed',
    'bounced',
    'complained',
    'suppressed',
    'failed',
  ])('email.%s, before anything was tried', async (type) => {
    await bed.prepare(4, 2);
    const before = ledger();
    for (let position = 1; position <= 4; position += 1) report(type, position, hard);
    expect(ledger()).toEqual(before);
  });
});

describe('a chunk of unknown outcome', () => {
  const unknown = async (): Promise<{
    dispatch: Dispatch;
    provider: FakeProvider;
  }> => {
    const provider = bed.provide({ fault: () => 'empty 200' });
    const { dispatch, run } = await bed.prepare(4);
    expect(await runDispatch({ ...run, workers: 1 })).toBe('review');
    const taken = provider.taken.slice(0, 2);
    for (const [at, { id }] of taken.entries()) report('sent', at + 1, { emailId: id });
    report('delivered', 2, { emailId: taken[1]?.id ?? '' });
    return { dispatch, provider };
  };

  it('shows the reports as evidence, and still waits for a person', async () => {
    const { dispatch } = await unknown();
    expect(openCases(bed.store, dispatch)).toMatchObject([
      { people: 4, reported: { delivered: 1, sent: 1 } },
    ]);
    expect(dispatchCounts(bed.store, dispatch.id)).toMatchObject({ accepted: 0, needsPerson: 4 });
    expect(dispatchState(bed.store, dispatch.id).status).toBe('review');
  });

  it.each([
    ['sent', { accepted: 2, takenAsSent: 2 }],
    ['leave-out', { accepted: 2, excluded: 2 }],
    ['send-again', { accepted: 2, pending: 2 }],
  ] as const)('is resolved as %s only for those nobody knows of', async (decision, counts) => {
    const { dispatch, provider } = await unknown();
    const resolved = resolveCase(bed.store, dispatch, 1, decision, 'Comms Lead', bed.clock.now());
    expect(resolved).toEqual({ people: 4, found: 2 });
    expect(dispatchCounts(bed.store, dispatch.id)).toMatchObject({ needsPerson: 0, ...counts });
    expect(differences(bed.store, provider).filter((fault) => /p[12]@/.test(fault))).toEqual([]);
  });
});

describe('a person who is forgotten', () => {
  it('stays in the numbers, and nothing that was reported leads to them', async () => {
    bed.provide();
    const { dispatch, run } = await bed.prepare(2);
    await runDispatch(run);
    report('bounced', 1, { ...hard, emailId: 'known-to-the-provider' });
    await forgetPerson(bed.store, bed.data, 'p1@kura.example', bed.clock.now());
    expect(report('complained', 1, { emailId: 'known-to-the-provider' })).toBe('recorded');
    expect(deliveryCounts(bed.store, dispatch.id, 2)).toMatchObject({ complained: 1, awaited: 1 });
    expect(dispatchCounts(bed.store, dispatch.id)).toMatchObject({ accepted: 2 });
    const held = JSON.stringify(
      ['deliveries', 'events', 'subscriptions', 'subscribers', 'subscription_history'].map(
        (table) => bed.store.rows(z.unknown(), `SELECT * FROM ${table}`),
      ),
    );
    expect(held).not.toMatch(/p1@|known-to-the-provider/);
    expect(await take('schools', 'email\np1@kura.example\n')).toMatchObject({
      leftAloneBecause: { forgotten: 1 },
    });
  });
});

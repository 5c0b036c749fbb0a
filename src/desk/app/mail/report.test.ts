import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DeliveryState } from '../../../delivery/events/event.ts';
import { recordEvents } from '../../../delivery/events/record-event.ts';
import { findDispatch } from '../../../delivery/ledger/dispatch.ts';
import { describeAct } from '../../../delivery/trail/describe-act.ts';
import { actsOf } from '../../../delivery/trail/read-trail.ts';
import { type MailDesk, mailDesk, wordsOf } from '../../../testing/desk/mail-desk.ts';
import { fakeFetch } from '../../../testing/sending/fake-fetch.ts';
import { fakeProvider, type FakeProvider } from '../../../testing/sending/fake-provider.ts';

const hub = '/desk/mail/2026-05-08/providers/';
let at: MailDesk;
let provider: FakeProvider;

/** The provider reports on the message to a person, so many minutes after 10am. */
const report = (person: number, state: DeliveryState, minute: number, lasting = false) =>
  at.look((store) => {
    const emailId = provider.taken.find(({ to }) => to === `p${person}@kura.example`)?.id ?? '';
    const createdAt = new Date(Date.parse('2026-05-07T22:00:00Z') + minute * 60_000);
    const event = { state, lasting, detail: '', emailId, createdAt, tags: {} };
    recordEvents(store, [{ webhookId: `${person}-${state}`, event }], at.clock.now());
  });

/* One dispatch, of which every test tells a piece. */
beforeAll(async () => {
  at = await mailDesk({ people: 5 });
  provider = fakeProvider({ now: () => at.clock.now().getTime() });
  vi.stubGlobal('fetch', fakeFetch(provider));
  await at.look((store) => {
    store.change("UPDATE subscribers SET organisation = 'Te Kura o Rongo' WHERE id <= 2");
    store.change("UPDATE subscribers SET organisation = 'North Services' WHERE id = 3");
  });
  await at.post(`${hub}approve/`, { hash: await at.build() }, 'Wiremu');
  await at.post(`${hub}send/`, { when: 'now', expect: '5' });
  await at.carry();
  await report(1, 'delivered', 1);
  await report(2, 'delivered', 2);
  await report(3, 'bounced', 3);
  await report(4, 'complained', 130);
  await at.look((store) =>
    store.change(
      `UPDATE subscriptions SET status = 'unsubscribed', changed_at = '2026-05-08T01:00:00.000Z'
       WHERE subscriber = 5`,
    ),
  );
});
afterAll(() => vi.unstubAllGlobals());

describe('the report of a dispatch', () => {
  it('counts what became of it, for this edition and those before', async () => {
    const words = await wordsOf(at.get(hub));
    expect(words).toContain(
      'Needs a person 8 May 2026 (this one) 5 5 2 40.0% 1 20.0% 1 20.0% 1 20.0% 0 0',
    );
    expect(words).toContain('whether anybody read it is not known');
  });

  it('shows what happened when, as bars and as a table', async () => {
    const page = await (await at.get(hub)).text();
    expect(page).toContain('aria-label="Delivered over time: 2 in all, at most 2 in a bar.');
    const words = await wordsOf(at.get(hub));
    expect(words).toContain('Each bar is 15 minutes: the first begins at 10am, the last at 1pm.');
    expect(words).toContain(
      'From Accepted Delivered Bounced Complained Unsubscribed at 10am 5 2 1 0 0',
    );
  });

  it('shows it by organisation, those with the most bounces first', async () => {
    const words = await wordsOf(at.get(hub));
    expect(words).toContain(
      'North Services 1 0 1 0 0 Not said 2 0 0 1 0 Te Kura o Rongo 2 2 0 0 0',
    );
  });

  it('gives the record, with its checksums', async () => {
    const answer = await at.get(`${hub}record.zip`);
    expect(answer.headers.get('content-disposition')).toContain('record-2026-05-08-providers.zip');
    const zip = Buffer.from(await answer.arrayBuffer()).toString('latin1');
    expect(zip).toContain('SHA256SUMS');
    expect(zip).toContain('result.json');
  });

  it('sends what failed once more when a person says why, and only then', async () => {
    expect(await wordsOf(at.get(hub))).toContain(
      '1 message came back after the provider had taken it',
    );
    const without = await at.post(`${hub}send-again/`, { reason: 'ask p3@kura.example' });
    expect(without.headers.get('location')).toBe(`${hub}?done=reason`);
    await at.post(`${hub}send-again/`, { reason: 'their mail server was down' }, 'Mere');
    await at.carry();
    expect(provider.taken.filter(({ to }) => to === 'p3@kura.example')).toHaveLength(2);
    expect(provider.taken).toHaveLength(6);
    expect(await wordsOf(at.get(hub))).not.toContain('What you have to do');
    const acts = await at.look((store) => actsOf(store).map((act) => describeAct(act)));
    expect(acts).toContain(
      'Mere had failed messages made ready again of 2026-05-08 for providers. 1 message: their mail server was down',
    );
  });
});

describe('what nobody knows', () => {
  it('is decided by a person, with one button each', async () => {
    at = await mailDesk({ people: 2 });
    provider = fakeProvider({ now: () => at.clock.now().getTime() });
    vi.stubGlobal('fetch', fakeFetch(provider));
    await at.post(`${hub}approve/`, { hash: await at.build() }, 'Wiremu');
    await at.post(`${hub}send/`, { when: 'now', expect: '2' });
    await at.look((store) => {
      const { id } = findDispatch(store, '2026-05-08', 'providers') ?? { id: 0 };
      store.transaction(() => {
        store.change(
          `UPDATE chunks SET status = 'review', attempts = 1, idempotency_key = 'k', body_hash = 'h',
             may_have_left_at = '2026-05-07T22:00:00.000Z', reason = 'no answer for 20 hours'
           WHERE dispatch = $id`,
          { id },
        );
        store.change(
          `UPDATE deliveries SET status = 'needs_person', reason = 'unknown' WHERE dispatch = $id`,
          { id },
        );
        store.change("UPDATE dispatches SET status = 'review', attempted = 1 WHERE id = $id", {
          id,
        });
      });
    });
    expect(await wordsOf(at.get(hub))).toContain(
      'Group 1: it is not known whether 2 people got it no answer for 20 hours. It may have left at 10am.',
    );
    await at.post(`${hub}resolve/`, { seq: '1', decision: 'sent' }, 'Mere');
    const words = await wordsOf(at.get(hub));
    expect(words).toContain('2 of 2 are settled: 0 accepted by the provider, 2 taken as sent.');
    expect(words).toContain('Mere decided about unknown messages of 2026-05-08 for providers.');
    expect((await at.post(`${hub}resolve/`, { seq: '1', decision: 'sent' })).status).toBe(422);
  });
});

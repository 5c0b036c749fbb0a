import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testBed } from '../../testing/sending/test-bed.ts';
import { examplePayload } from '../../testing/sending/example-event.ts';
import { runDispatch } from '../dispatch/run-dispatch.ts';
import type { DispatchRun } from '../dispatch/dispatch-run.ts';
import { forgetPerson } from '../people/forget-person.ts';
import { showPerson } from '../people/show-person.ts';
import { deliveryCounts, unknownEvents } from './delivery-counts.ts';
import { readEvent } from './event.ts';
import { applyAllKept, unappliedReports } from './kept-reports.ts';
import { recordEvents } from './record-event.ts';

/* Reports that do not say whom they mean, or come before their message is known. */

const bed = testBed();
const bounce = { type: 'Permanent', subType: 'NoEmail', message: 'no such user' };

let number = 0;
/** A hard bounce of the first person's message, with another `data` than is documented. */
const report = (data: Record<string, unknown>, type = 'bounced') => {
  number += 1;
  const delivery = '1-1';
  const to = 'p1@kura.example';
  const payload = examplePayload({ type: `email.${type}`, delivery, to, bounce });
  const event = readEvent({ ...payload, data: { ...payload.data, ...data } }, bed.clock.now());
  if (!event) throw new Error('not about a delivery');
  return recordEvents(bed.store, [{ webhookId: `kept_${number}`, event }], bed.clock.now())[0];
};

const statusOf = (person: number) =>
  showPerson(bed.store, `p${person}@kura.example`).lists.map(({ status }) => status);

const emailIds = () =>
  bed.store
    .rows(
      z.object({ id: z.string() }),
      `SELECT email_id AS id FROM deliveries WHERE email_id <> '' ORDER BY position`,
    )
    .map(({ id }) => id);

describe('a report that does not say well whom it means', () => {
  it.each([
    ['no tags', { tags: undefined }],
    ['empty tags', { tags: {} }],
    ['an empty list of tags', { tags: [] }],
    ['tags of another shape', { tags: ['edition'] }],
    ['nobody in `to`', { to: [] }],
    ['no `to`', { to: undefined }],
    ['two people in `to`', { to: ['a@kura.example', 'b@kura.example'] }],
    ['neither', { to: undefined, tags: undefined }],
    ['another address, as a forwarded message has', { to: ['elsewhere@kura.example'] }],
  ])('is joined by the id of the message: %s', async (_, data) => {
    bed.provide();
    const { dispatch, run } = await bed.prepare(3);
    expect(await runDispatch(run)).toBe('done');
    expect(report({ ...data, email_id: emailIds()[0] })).toBe('recorded');
    expect(deliveryCounts(bed.store, dispatch.id, 3)).toMatchObject({ bounced: 1, awaited: 2 });
    expect([1, 2, 3].map(statusOf)).toEqual([['bounced'], ['subscribed'], ['subscribed']]);
  });

  it.each([
    ['a name before the address', { to: ['"Office, Kura" <P1@kura.example>'] }],
    ['`to` as a text', { to: 'p1@kura.example' }],
    [
      'tags as they were sent, in a list',
      {
        tags: [
          { name: 'edition', value: '2026-05-08' },
          { name: 'audience', value: 'providers' },
          { name: 'delivery', value: '1-1' },
        ],
      },
    ],
  ])('is joined by its tags while the id is not known: %s', async (_, data) => {
    await bed.prepare(2);
    expect(report(data)).toBe('recorded');
    expect(statusOf(1)).toEqual(['bounced']);
  });

  it('is joined by the id when its number belongs to somebody else', async () => {
    bed.provide();
    const { run } = await bed.prepare(2);
    await runDispatch(run);
    expect(report({ email_id: emailIds()[1] })).toBe('recorded');
    expect([1, 2].map(statusOf)).toEqual([['subscribed'], ['bounced']]);
  });

  it('is joined by what an earlier report on the same message was about', async () => {
    await bed.prepare(2);
    const untold = { tags: undefined, to: undefined };
    expect(report(untold)).toBe('unknown');
    expect(statusOf(1)).toEqual(['subscribed']);
    expect(report({}, 'sent')).toBe('recorded');
    expect(statusOf(1)).toEqual(['bounced']);
    expect(report(untold, 'complained')).toBe('recorded');
    expect(statusOf(1)).toEqual(['complained']);
    expect(unknownEvents(bed.store)).toBe(0);
  });
});

describe('a report that cannot be applied', () => {
  const untold = { tags: [], to: ['Office <office@kura.example>'] };

  it('is kept, named, and applied when the answer with its id comes', async () => {
    bed.provide();
    const { dispatch, run } = await bed.prepare(3);
    const transport: DispatchRun['transport'] = {
      ...run.transport,
      sendBatch: async (body, key, signal) => {
        const answer = await run.transport.sendBatch(body, key, signal);
        const { data } = z
          .object({ data: z.array(z.object({ id: z.string() })) })
          .parse(answer.data);
        // The provider is quicker than its own answer.
        expect(report({ ...untold, email_id: data[1]?.id })).toBe('unknown');
        expect(unappliedReports(bed.store, bed.clock.now())).toMatchObject([
          { state: 'bounced', emailId: data[1]?.id },
        ]);
        return answer;
      },
    };
    expect(await runDispatch({ ...run, transport })).toBe('done');
    expect([1, 2, 3].map(statusOf)).toEqual([['subscribed'], ['bounced'], ['subscribed']]);
    expect(deliveryCounts(bed.store, dispatch.id, 3)).toMatchObject({ bounced: 1, awaited: 2 });
    expect(unappliedReports(bed.store, bed.clock.now())).toEqual([]);
    expect(unknownEvents(bed.store)).toBe(0);
  });

  it('from before ids were joined is applied once they are', async () => {
    bed.provide();
    const { run } = await bed.prepare(2);
    report(untold);
    await runDispatch(run);
    bed.store.change('UPDATE events SET email_id = $id', { id: emailIds()[0] ?? '' });
    applyAllKept(bed.store, bed.clock.now());
    expect([1, 2].map(statusOf)).toEqual([['bounced'], ['subscribed']]);
  });

  it('is not named where nobody would be written to because of it, nor after a month', async () => {
    await bed.prepare(1);
    report({ ...untold, bounce: { ...bounce, type: 'Transient' } });
    report(untold, 'delivered');
    expect(unappliedReports(bed.store, bed.clock.now())).toEqual([]);
    expect(unknownEvents(bed.store)).toBe(2);
    report(untold, 'complained');
    expect(unappliedReports(bed.store, bed.clock.now())).toHaveLength(1);
    bed.clock.jump(32 * 24 * 3_600_000);
    expect(unappliedReports(bed.store, bed.clock.now())).toEqual([]);
  });

  it('leads nobody to who was forgotten', async () => {
    bed.provide();
    const { run } = await bed.prepare(2);
    await runDispatch(run);
    const [id] = emailIds();
    await forgetPerson(bed.store, bed.data, 'p1@kura.example', bed.clock.now());
    expect(report({ ...untold, email_id: id })).toBe('unknown');
    expect(statusOf(2)).toEqual(['subscribed']);
  });
});

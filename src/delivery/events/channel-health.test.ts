import { describe, expect, it } from 'vitest';
import { testBed } from '../../testing/sending/test-bed.ts';
import { exampleSecret, signatureOf } from '../../testing/sending/example-event.ts';
import { runDispatch } from '../dispatch/run-dispatch.ts';
import { resendWebhooks } from '../transports/resend.ts';
import { channelFaults, noteRefusals } from './channel-health.ts';
import { recordEvents } from './record-event.ts';

const bed = testBed();
const hour = 3_600_000;
const faults = () => channelFaults(bed.store, bed.clock.now());
const note = (signature: number, clock = 0) =>
  noteRefusals(bed.store, { signature, clock, ahead: clock > 0 ? 360 : 0 }, bed.clock.now());

/** A report that comes through, on the first message of the dispatch. */
const report = (webhookId: string) =>
  recordEvents(
    bed.store,
    [
      {
        webhookId,
        event: {
          state: 'delivered',
          lasting: false,
          detail: '',
          emailId: 'unknown here',
          createdAt: bed.clock.now(),
          address: 'p1@kura.example',
          tags: { edition: '2026-05-08', audience: 'providers', delivery: '1-1' },
        },
      },
    ],
    bed.clock.now(),
  );

const minutes = (count: number) => new Date(Date.now() + count * 60_000);

describe('a report that is refused', () => {
  it('is refused for its time only where it is signed with the secret', () => {
    const verify = resendWebhooks(exampleSecret);
    const other = `whsec_${Buffer.from('a secret of somebody else').toString('base64')}`;
    const judge = (sent: Date, secret = exampleSecret) => {
      const headers = signatureOf('{}', 'msg_1', sent, secret);
      return verify('{}', {
        id: headers['svix-id'],
        timestamp: headers['svix-timestamp'],
        signature: `v1,AAAA ${headers['svix-signature']}`,
      });
    };
    expect(judge(minutes(0))).toMatchObject({ genuine: true });
    expect(judge(minutes(-6))).toMatchObject({ why: 'clock', ahead: expect.closeTo(360, -1) });
    expect(judge(minutes(6))).toMatchObject({ why: 'clock', ahead: expect.closeTo(-360, -1) });
    expect(judge(minutes(0), other)).toEqual({ genuine: false, why: 'signature' });
    expect(judge(minutes(-6), other)).toEqual({ genuine: false, why: 'signature' });
  });

  it('is counted until one comes through, and then from the beginning', async () => {
    await bed.prepare(2);
    expect(faults()).toEqual([]);
    note(2);
    bed.clock.jump(hour);
    note(1, 3);
    expect(faults()).toMatchObject([
      { kind: 'clock', count: 3, ahead: 360 },
      { kind: 'signature', count: 3, firstAt: '2026-05-07T21:00:00.000Z' },
    ]);
    bed.clock.jump(hour);
    report('msg_1');
    expect(faults()).toEqual([]);
    bed.clock.jump(hour);
    note(1);
    expect(faults()).toMatchObject([{ kind: 'signature', count: 1 }]);
    bed.clock.jump(31 * 24 * hour);
    expect(faults()).toEqual([]);
  });
});

describe('a dispatch on which nothing is reported', () => {
  it('is named three hours after its last message, until something is', async () => {
    bed.provide();
    const { run } = await bed.prepare(4, 2);
    await runDispatch(run);
    bed.clock.jump(2 * hour);
    expect(faults()).toEqual([]);
    bed.clock.jump(1.1 * hour);
    expect(faults()).toMatchObject([
      { kind: 'silent', edition: '2026-05-08', audience: 'providers', accepted: 4 },
    ]);
    report('msg_1');
    expect(faults()).toEqual([]);
  });

  it('is not named where nothing of it was accepted', async () => {
    await bed.prepare(2);
    bed.clock.jump(10 * hour);
    expect(faults()).toEqual([]);
  });
});

import { openTestStore } from '../../testing/postgres/open-test-store.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeProblems, BadInput } from '../../problems/problem.ts';
import { instantInNewZealand } from '../../dates/new-zealand.ts';
import { approve } from '../approval/approval.ts';
import { exampleBulletin } from '../../testing/sending/example-bulletin.ts';
import { findDispatch } from '../ledger/dispatch.ts';
import { pauseDispatch } from '../ledger/stop-dispatch.ts';
import type { Store } from '../store/store.ts';
import { fakeFetch } from '../../testing/sending/fake-fetch.ts';
import { fakeProvider } from '../../testing/sending/fake-provider.ts';
import { addPeople, emptyFolder, testClock, testOrder } from '../../testing/sending/test-run.ts';
import { sendViaProvider, type SendOrder } from './send-via-provider.ts';

let data: string;
let store: Store;
let clock: ReturnType<typeof testClock>;
let provider: ReturnType<typeof fakeProvider>;
beforeEach(() => {
  data = emptyFolder();
  store = openTestStore(data);
  // Friday 8 May 2026, 9am.
  clock = testClock();
  provider = fakeProvider({ now: () => clock.now().getTime() });
  vi.stubGlobal('fetch', fakeFetch(provider));
  addPeople(store, 5);
  approve(store, exampleBulletin(), 'Comms Lead', clock.now());
});
afterEach(() => {
  vi.unstubAllGlobals();
  store.close();
});

const send = (changes: Partial<SendOrder> = {}) =>
  sendViaProvider({ ...testOrder(store, data, 5, clock), ...changes });

const refusal = async (changes: Partial<SendOrder>) => {
  const error: unknown = await send(changes).catch((reason: unknown) => reason);
  if (!(error instanceof BadInput)) throw error;
  expect(provider.taken).toEqual([]);
  return describeProblems(error.problems);
};

const at = (localTime: string) => {
  const moment = instantInNewZealand(localTime);
  if (!moment) throw new Error('there is no such time');
  return moment;
};

const sentAt = () => new Date(provider.taken[0]?.at ?? 0).toISOString();

describe('a dispatch with a time to begin', () => {
  it.each([
    ['in winter', '2026-05-08T15:00', '2026-05-08T03:00:00'],
    ['on the day that daylight saving begins', '2026-09-27T03:30', '2026-09-26T14:30:00'],
    [
      'in the hour that its end repeats: the first of both',
      '2027-04-04T02:30',
      '2027-04-03T13:30:00',
    ],
    ['in summer', '2026-12-01T09:00', '2026-11-30T20:00:00'],
  ])('begins then and not before: %s', async (_, local, utc) => {
    clock.jump(at(local).getTime() - 60_000 - clock.now().getTime());
    const { status } = await send({ sendAt: at(local), anyTime: true });
    expect(status).toBe('done');
    expect(sentAt()).toContain(utc);
  });

  it('is refused for a time that has passed', async () => {
    expect(await refusal({ sendAt: at('2026-05-07T15:00') })).toMatchInlineSnapshot(`
      "the time to begin
        Expected a time after 9am, 8 May 2026.
        Found 3pm, 7 May 2026.
        Correct --at, or leave it out to begin at once.

      1 problem. Nothing was changed."
    `);
    expect(findDispatch(store, '2026-05-08', 'providers')).toBeUndefined();
  });

  it('can be given another time, and whoever waits for it already keeps to that', async () => {
    let naps = 0;
    const sleep = async (milliseconds: number) => {
      naps += 1;
      if (naps === 3) {
        const stop = AbortSignal.abort();
        await send({ sendAt: at('2026-05-08T09:04'), signal: stop });
      }
      await clock.sleep(milliseconds);
    };
    await send({ sendAt: at('2026-05-08T09:02'), sleep });
    expect(sentAt()).toContain('T21:04:00');
  });

  it('ends its waiting when somebody pauses it', async () => {
    let naps = 0;
    const sleep = async (milliseconds: number) => {
      naps += 1;
      const dispatch = findDispatch(store, '2026-05-08', 'providers');
      if (naps === 3 && dispatch) pauseDispatch(store, dispatch, 'Comms Lead', clock.now());
      await clock.sleep(milliseconds);
    };
    expect((await send({ sendAt: at('2026-05-08T15:00'), sleep })).status).toBe('paused');
    expect(naps).toBe(3);
    expect(provider.taken).toEqual([]);
  });

  it('does not begin at night because the machine slept through its time', async () => {
    const sleep = async () => clock.jump(13 * 3_600_000);
    const { status, reason } = await send({ sendAt: at('2026-05-08T15:00'), sleep });
    expect({ status, reason }).toMatchInlineSnapshot(`
      {
        "reason": "The time to begin was missed, and it is outside the sending hours now: 8am to 6pm on a working day. Send again in those hours.",
        "status": "paused",
      }
    `);
    expect(provider.taken).toEqual([]);
    clock.jump(at('2026-05-11T09:00').getTime() - clock.now().getTime());
    expect((await send()).status).toBe('done');
    expect(provider.taken).toHaveLength(5);
  });
});

describe('the words of a bulletin on the day on which it goes out', () => {
  const fault = {
    file: 'x.mdx',
    expected: 'a day to come',
    found: 'one gone by',
    remedy: 'Mend it.',
  };

  it('are asked about for the day in New Zealand on which it begins', async () => {
    const days: string[] = [];
    const faultsOn = async (day: string) => {
      days.push(day);
      return [fault];
    };
    await refusal({ faultsOn });
    // 8am on Monday there is Sunday by UTC.
    expect(await refusal({ faultsOn, sendAt: at('2026-05-11T08:00') })).toContain('one gone by');
    expect(days).toEqual(['2026-05-08', '2026-05-11']);
    expect(findDispatch(store, '2026-05-08', 'providers')).toBeUndefined();
  });

  it('are asked about again for another day, until the first message has left', async () => {
    const stop = AbortSignal.abort();
    await send({ sendAt: at('2026-05-08T15:00'), signal: stop });
    const faultsOn = async (day: string) => (day === '2026-05-11' ? [fault] : []);
    const later = { faultsOn, sendAt: at('2026-05-11T09:00') };
    expect(await refusal(later)).toContain('one gone by');
    expect((await send({ faultsOn })).status).toBe('done');
  });

  it('wait for a person where the machine slept through the day', async () => {
    const sleep = async () => clock.jump(3 * 24 * 3_600_000);
    const { status, reason } = await send({ sendAt: at('2026-05-08T15:00'), sleep });
    expect({ status, reason }).toMatchInlineSnapshot(`
      {
        "reason": "The time to begin was missed, and it is another day now. Send again, and its deadlines are held against that day.",
        "status": "paused",
      }
    `);
    expect(provider.taken).toEqual([]);
  });
});

describe('an edition whose own date is still to come', () => {
  it('does not go out before it, in the days of New Zealand', async () => {
    clock.jump(at('2026-05-07T17:59').getTime() - clock.now().getTime());
    expect(await refusal({})).toMatchInlineSnapshot(`
      "bulletins/2026-05-08/providers.json
        Expected sending on or after its own date, 8 May 2026.
        Found 7 May 2026.
        Choose that day or a later one. To send it earlier, give it the earlier date, build and approve it.

      1 problem. Nothing was changed."
    `);
    expect(await refusal({ sendAt: at('2026-05-07T23:59'), anyTime: true })).toContain(
      'Found 7 May',
    );
    expect(findDispatch(store, '2026-05-08', 'providers')).toBeUndefined();
    expect((await send({ sendAt: at('2026-05-08T08:00') })).status).toBe('done');
  });
});

describe('a dispatch whose links lead nowhere', () => {
  it.each([
    ['this machine only', 'http://localhost:4321', 'the public https address of the site'],
    [
      'another site than the bulletin was built for',
      'https://other.example',
      'https://news.example, for which the bulletin was built',
    ],
  ])('is refused: %s', async (_, siteUrl, words) => {
    expect(await refusal({ siteUrl })).toContain(words);
  });
});

describe('a site that another server shows', () => {
  it('has people leave where `serve` is, over https, whatever is set when it goes on', async () => {
    expect(await refusal({ serviceUrl: 'http://serve.example' })).toMatchInlineSnapshot(`
      "PANUI_SERVICE_URL
        Expected the public https address of the site, where people unsubscribe.
        Found http://serve.example.
        Set it, build, approve, and send again with the same setting.

      1 problem. Nothing was changed."
    `);
    const dispatch = await send({ serviceUrl: 'https://serve.example' });
    expect([dispatch.status, dispatch.siteUrl]).toEqual(['done', 'https://serve.example']);
    expect(provider.taken).toHaveLength(5);
  });

  it('goes on with a dispatch that was frozen so', async () => {
    const frozen = await send({
      serviceUrl: 'https://serve.example',
      sendAt: at('2026-05-08T10:00'),
      signal: AbortSignal.abort(),
    });
    expect(frozen.status).not.toBe('done');
    const dispatch = await send();
    expect([dispatch.status, dispatch.siteUrl]).toEqual(['done', 'https://serve.example']);
  });
});

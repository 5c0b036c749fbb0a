import { describe, expect, it } from 'vitest';
import { instantInNewZealand } from '../../dates/new-zealand.ts';
import { exampleBulletin } from '../../testing/sending/example-bulletin.ts';
import { testBed } from '../../testing/sending/test-bed.ts';
import { differences, testRun } from '../../testing/sending/test-run.ts';
import { approve, voidApprovals } from '../approval/approval.ts';
import { findDispatch, schedule } from '../ledger/dispatch.ts';
import { carrierIsThere, haltOf } from '../ledger/sign-of-life.ts';
import { pauseDispatch } from '../ledger/stop-dispatch.ts';
import { carryScheduled, type CarryOrder } from './carry-scheduled.ts';
import { runDispatch } from './run-dispatch.ts';

const bed = testBed();
const minute = 60_000;
const hash = exampleBulletin().hash;

const at = (localTime: string) => {
  const moment = instantInNewZealand(localTime);
  if (!moment) throw new Error('there is no such time');
  return moment;
};

const found = () => {
  const dispatch = findDispatch(bed.store, '2026-05-08', 'providers');
  if (!dispatch) throw new Error('there is no dispatch');
  return dispatch;
};

/** A dispatch of nine people that waits for a time on 8 May 2026, where it is 9am now. Its command has ended. */
async function scheduled(localTime: string) {
  const provider = bed.provide();
  approve(bed.store, exampleBulletin(), 'Comms Lead', bed.clock.now());
  const { dispatch } = await bed.prepare(9, 2);
  schedule(bed.store, dispatch, at(localTime));
  return { provider, dispatch };
}

/** Carries until a time, and gives what was heard. */
async function carryUntil(localTime: string, changes: Partial<CarryOrder> = {}) {
  const stop = new AbortController();
  const heard: string[] = [];
  const order: CarryOrder = {
    ...testRun(bed.store, bed.data, found(), bed.clock),
    sendingHours: '08:00-18:00',
    builtHash: async () => hash,
    onTake: ({ status }) => void heard.push(`took it up ${status}`),
    onStop: ({ status, reason }) => void heard.push([status, reason].join(' ').trim()),
    onFault: (_, error) => void heard.push(String(error)),
    ...changes,
    signal: stop.signal,
    sleep: async (milliseconds) => {
      if (bed.clock.now() >= at(localTime)) stop.abort();
      await bed.clock.sleep(milliseconds);
    },
  };
  await carryScheduled(order);
  return heard;
}

describe('a scheduled dispatch while serve runs', () => {
  it('is carried by it and begins at its time, with no terminal open', async () => {
    const { provider } = await scheduled('2026-05-08T09:30');
    await carryUntil('2026-05-08T09:29');
    expect(provider.taken).toEqual([]);
    expect(await carryUntil('2026-05-08T09:31')).toEqual(['took it up frozen', 'done']);
    expect(provider.taken).toHaveLength(9);
    expect(new Date(provider.taken[0]?.at ?? 0)).toEqual(at('2026-05-08T09:30'));
    expect(differences(bed.store, provider)).toEqual([]);
  });

  it('is as it should be meanwhile, and unattended once serve has ended', async () => {
    await scheduled('2026-05-08T09:30');
    const seen: unknown[] = [];
    await carryUntil('2026-05-08T09:29', {
      onTake: () => undefined,
      now: () => {
        if (bed.clock.now() > at('2026-05-08T09:02'))
          seen.push([haltOf(found(), bed.clock.now()), carrierIsThere(bed.store, bed.clock.now())]);
        return bed.clock.now();
      },
    });
    expect(seen.length).toBeGreaterThan(100);
    expect(new Set(seen.map(String))).toEqual(new Set([',true']));
    expect(haltOf(found(), bed.clock.now())).toBe('unattended');
    expect(carrierIsThere(bed.store, bed.clock.now())).toBe(false);
  });

  it('is left to the terminal that carries it, until that dies', async () => {
    await scheduled('2026-05-08T09:30');
    const alive = 'UPDATE dispatches SET alive_at = $now';
    bed.store.change(alive, { now: bed.clock.now().toISOString() });
    const taken: Date[] = [];
    await carryUntil('2026-05-08T09:05', { onTake: () => void taken.push(bed.clock.now()) });
    expect(taken).toHaveLength(1);
    expect(taken[0]?.getTime()).toBeGreaterThanOrEqual(at('2026-05-08T09:01').getTime());
  });

  it('reaches everybody once where serve and several terminals are at it together', async () => {
    const { provider, dispatch } = await scheduled('2026-05-08T09:30');
    const terminal = async () => {
      while (bed.clock.now() < at('2026-05-08T09:30')) await bed.clock.sleep(1000);
      return runDispatch({ ...testRun(bed.store, bed.data, found(), bed.clock) });
    };
    await Promise.all([
      carryUntil('2026-05-08T09:31'),
      carryUntil('2026-05-08T09:31'),
      terminal(),
      terminal(),
    ]);
    expect(found().status).toBe('done');
    expect(provider.taken).toHaveLength(dispatch.total);
    expect(differences(bed.store, provider)).toEqual([]);
  });

  it('is taken up when serve starts again, also in the middle of being sent', async () => {
    const { provider } = await scheduled('2026-05-08T09:30');
    let requests = 0;
    const checkpoint = (point: string) => {
      requests += point === 'posting' ? 1 : 0;
      if (requests === 2) throw new Error('the disk is gone');
    };
    const heard = await carryUntil('2026-05-08T09:31', { checkpoint });
    expect(heard).toEqual(['took it up frozen', 'Error: the disk is gone']);
    expect(provider.taken.length).toBeLessThan(9);
    expect(await carryUntil('2026-05-08T09:40')).toEqual(['took it up sending', 'done']);
    expect(differences(bed.store, provider)).toEqual([]);
    expect(provider.taken).toHaveLength(9);
  });

  it('begins late where serve was away for a while, within the hours of the same day', async () => {
    const { provider } = await scheduled('2026-05-08T09:30');
    bed.clock.jump(3 * 60 * minute);
    expect(haltOf(found(), bed.clock.now())).toBe('missed');
    expect(await carryUntil('2026-05-08T12:05')).toEqual(['took it up frozen', 'done']);
    expect(provider.taken).toHaveLength(9);
  });
});

describe('a moment at which a scheduled dispatch must not begin', () => {
  it.each([
    [
      'outside the hours',
      '2026-05-08T19:00',
      {},
      'was missed, and it is outside the sending hours now: 8am to 6pm on a working day. Send again in those hours.',
    ],
    [
      'on another day',
      '2026-05-11T10:00',
      {},
      'was missed, and it is another day now. Send again, and its deadlines are held against that day.',
    ],
    [
      'when the bulletin was built anew',
      '2026-05-08T09:31',
      { builtHash: async () => 'other' },
      'came, and nothing was sent: it was built anew since it was frozen. Send again, and what was frozen goes out; or cancel this, approve the new one and send that.',
    ],
    [
      'when no bulletin is built',
      '2026-05-08T09:31',
      { builtHash: async () => undefined },
      'came, and nothing was sent: no sound bulletin of it is built any more. Build it, then send again.',
    ],
    [
      'without its approval',
      '2026-05-08T09:31',
      {},
      'came, and nothing was sent: it is not approved any more. Approve it, then send again.',
    ],
  ])('pauses it and says why: %s', async (when, now, changes, words) => {
    const { provider } = await scheduled('2026-05-08T09:30');
    if (when === 'without its approval') {
      voidApprovals(bed.store, '2026-05-08', 'providers', bed.clock.now());
    }
    if (now !== '2026-05-08T09:31') bed.clock.jump(at(now).getTime() - bed.clock.now().getTime());
    const [, said = ''] = await carryUntil(now.replace(/.$/, '5'), changes);
    expect(provider.taken).toEqual([]);
    expect(found().status).toBe('paused');
    expect(haltOf(found(), bed.clock.now())).toBe('missed');
    expect(said).toBe(`paused The time to begin ${words}`);
  });

  it('leaves it alone once somebody has paused it, or stopped it by hand in the middle', async () => {
    const { provider, dispatch } = await scheduled('2026-05-08T09:30');
    pauseDispatch(bed.store, dispatch, 'Comms Lead', bed.clock.now());
    expect(await carryUntil('2026-05-08T09:31')).toEqual([]);
    bed.store.change(`UPDATE dispatches SET status = 'sending', attempted = 1, alive_at = NULL`);
    expect(await carryUntil('2026-05-08T09:40')).toEqual([]);
    expect(provider.taken).toEqual([]);
  });

  it('begins outside the hours where somebody said that it may be any time', async () => {
    const { provider } = await scheduled('2026-05-08T20:00');
    expect(await carryUntil('2026-05-08T20:01')).toEqual(['took it up frozen', 'done']);
    expect(provider.taken).toHaveLength(9);
  });

  it('does not begin early where the clock was set forward and back again', async () => {
    const { provider } = await scheduled('2026-05-08T09:30');
    let naps = 0;
    const now = () => bed.clock.now();
    await carryUntil('2026-05-08T09:20', {
      now: () => {
        naps += 1;
        if (naps === 40) bed.clock.jump(-30 * minute);
        return now();
      },
    });
    expect(provider.taken).toEqual([]);
  });
});

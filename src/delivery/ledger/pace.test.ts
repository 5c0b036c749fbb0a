import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyFolder, openTestStore, randomFrom } from '../dispatch/rig.ts';
import type { Store } from '../store.ts';
import { block, blockedUntil, learnPace, takeSlot } from './pace.ts';

let store: Store;
beforeEach(() => {
  store = openTestStore(emptyFolder());
});
afterEach(() => store.close());

interface World {
  perSecond: number;
  /** From the request to the provider and back to us, each in milliseconds. */
  travel: () => number;
  /** How much later than its slot a request leaves. */
  late: () => number;
  /** Where the provider's seconds begin. */
  phase: number;
}

/** Sends for a minute through six workers; counts what a fixed window of a second takes and refuses. */
function send({ perSecond, travel, late, phase }: World) {
  const begin = Date.parse('2026-05-08T09:00:00Z');
  // As when the domains are asked for, before anything is sent.
  learnPace(store, { 'ratelimit-limit': `${perSecond}` }, { at: begin });
  const free = Array.from({ length: 6 }, () => begin);
  const arrivals: number[] = [];
  const answers: { back: number; slot: number; at: number; arrival: number }[] = [];
  const window = { second: -1, used: 0 };
  let limited = 0;
  const settle = (until: number) => {
    for (const one of answers.filter(({ back }) => back <= until)) {
      answers.splice(answers.indexOf(one), 1);
      const second = Math.floor((one.arrival + phase) / 1000);
      if (second !== window.second) Object.assign(window, { second, used: 0 });
      window.used += 1;
      if (window.used > perSecond) limited += 1;
      const remaining = Math.max(0, perSecond - window.used);
      const headers = {
        'ratelimit-limit': `${perSecond}`,
        'ratelimit-policy': `${perSecond};w=1`,
        'ratelimit-remaining': `${remaining}`,
        'ratelimit-reset': '1',
      };
      learnPace(store, headers, one);
    }
  };
  for (;;) {
    const now = Math.min(...free);
    if (now > begin + 60_000) break;
    settle(now);
    const slot = takeSlot(store, now);
    const at = Math.max(slot, now) + late();
    const arrival = at + travel();
    arrivals.push(arrival);
    answers.push({ slot, at, arrival, back: arrival + travel() });
    free[free.indexOf(now)] = arrival + travel();
  }
  return { limited, share: arrivals.length / 60 / perSecond };
}

describe('the pace', () => {
  it.each([0, 137, 333, 500, 721, 999])(
    'fills every second of the provider and never more, wherever it begins (%i ms)',
    (phase) => {
      const random = randomFrom(phase);
      const result = send({
        perSecond: 10,
        travel: () => Math.round(20 + random() * 8),
        late: () => Math.round(random() * 3),
        phase,
      });
      expect(result.limited).toBe(0);
      expect(result.share).toBeGreaterThan(0.97);
    },
  );

  it('wins back what a machine loses that is late with every request', () => {
    const random = randomFrom(7);
    const late = () => (random() < 0.3 ? Math.round(random() * 80) : 0);
    const result = send({ perSecond: 10, travel: () => 20, late, phase: 400 });
    expect(result.share).toBeGreaterThan(0.95);
    expect(result.limited).toBeLessThanOrEqual(3);
  });

  it('keeps to a limit of two a second as well', () => {
    const result = send({ perSecond: 2, travel: () => 40, late: () => 0, phase: 250 });
    expect(result.limited).toBe(0);
    expect(result.share).toBeGreaterThan(0.93);
  });

  it('never lets everybody wait for longer than a quarter of an hour', () => {
    const now = Date.parse('2026-05-08T09:00:00Z');
    block(store, now, 24 * 3_600_000);
    expect(blockedUntil(store, now)).toBe(now + 15 * 60_000);
  });

  it('forgets a wait and slots that come from a clock that was wrong', () => {
    const now = Date.parse('2026-05-08T09:00:00Z');
    const nextYear = Date.parse('2027-05-08T09:00:00Z');
    for (let at = 0; at < 20; at += 1) takeSlot(store, nextYear);
    learnPace(store, { 'ratelimit-limit': '10', 'ratelimit-remaining': '10' }, { at: nextYear });
    block(store, nextYear, 60_000);
    expect(blockedUntil(store, now)).toBe(0);
    expect(takeSlot(store, now)).toBe(now);
    block(store, now, 2000);
    expect(takeSlot(store, now)).toBe(now + 2000);
  });

  it('gives an unused slot back', () => {
    const now = Date.parse('2026-05-08T09:00:00Z');
    const slots = Array.from({ length: 10 }, () => takeSlot(store, now));
    const [first = 0] = slots;
    expect(takeSlot(store, now)).toBeGreaterThan(first + 1000);
    const last = takeSlot(store, now);
    expect(takeSlot(store, now, last)).toBe(last);
  });
});

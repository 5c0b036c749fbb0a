import { openTestStore } from '../../testing/postgres/open-test-store.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyFolder } from '../../testing/sending/test-run.ts';
import type { Store } from '../store/store.ts';
import { block, blockedUntil, learnPace, takeSlot } from './pace.ts';
import { randomFrom } from '../../testing/random-from.ts';

let store: Store;
beforeEach(() => {
  store = openTestStore(emptyFolder());
});
afterEach(() => store.close());

interface World {
  perSecond: number;
  /** From the request to the provider and back to us, each in milliseconds. */
  travel: () => number;
  /** How much later than it should a request leaves, or a worker wakes. */
  late: () => number;
  /** Where the provider's seconds begin. */
  phase: number;
}

/** What a request does next, at a moment. */
interface Step {
  when: number;
  kind: 'free' | 'arrives' | 'is back';
  at: number;
  remaining: number;
}

/** Sends for a minute through six workers to a provider that counts in fixed seconds. */
function send({ perSecond, travel, late, phase }: World) {
  const begin = Date.parse('2026-05-08T09:00:00Z');
  const window = { second: -1, used: 0 };
  const result = { taken: 0, limited: 0 };
  const headers = (remaining: number) => ({
    'ratelimit-limit': `${perSecond}`,
    'ratelimit-policy': `${perSecond};w=1`,
    'ratelimit-remaining': `${remaining}`,
    'ratelimit-reset': '1',
  });
  // As when the domains are asked for, before anything is sent.
  learnPace(store, headers(0), { at: begin, back: begin });
  const first = { when: begin, kind: 'free', at: 0, remaining: 0 } as const;
  let steps: Step[] = Array.from({ length: 6 }, () => first);
  for (;;) {
    const [step, ...others] = steps.toSorted((one, other) => one.when - other.when);
    if (!step || step.when > begin + 60_000)
      return { ...result, share: result.taken / 60 / perSecond };
    steps = [...others, next(step)];
  }

  function next(step: Step): Step {
    const { when, kind, at } = step;
    if (kind === 'free') {
      const wait = takeSlot(store, when);
      if (wait > 0) return { ...step, when: when + Math.min(wait, 50) + late() };
      return { ...step, kind: 'arrives', at: when, when: when + late() + travel() };
    }
    if (kind === 'arrives') {
      const second = Math.floor((when + phase) / 1000);
      if (second !== window.second) Object.assign(window, { second, used: 0 });
      window.used += 1;
      result[window.used > perSecond ? 'limited' : 'taken'] += 1;
      const remaining = Math.max(0, perSecond - window.used);
      return { ...step, kind: 'is back', remaining, when: when + travel() };
    }
    learnPace(store, headers(step.remaining), { at, back: when });
    return { ...step, kind: 'free' };
  }
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

  it.each([
    ['is late with every third request', { travel: 20, uneven: 0, lateBy: 80, least: 0.95 }],
    ['has too much else to do', { travel: 20, uneven: 150, lateBy: 60, least: 0.9 }],
    ['has a slow and uneven way to it', { travel: 60, uneven: 120, lateBy: 3, least: 0.85 }],
    ['is on the other side of the world', { travel: 150, uneven: 30, lateBy: 3, least: 0.85 }],
  ])('loses little on a machine that %s', (_, { travel, uneven, lateBy, least }) => {
    const random = randomFrom(travel + lateBy);
    const result = send({
      perSecond: 10,
      travel: () => Math.round(travel + random() * uneven),
      late: () => (random() < 0.3 ? Math.round(random() * lateBy) : 0),
      phase: 400,
    });
    expect(result.limited).toBeLessThanOrEqual(2);
    expect(result.share).toBeGreaterThan(least);
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
    for (let at = 0; at < 20; at += 1) takeSlot(store, nextYear + at * 100);
    learnPace(
      store,
      { 'ratelimit-limit': '10', 'ratelimit-remaining': '10' },
      { at: nextYear, back: nextYear },
    );
    block(store, nextYear, 60_000);
    expect(blockedUntil(store, now)).toBe(0);
    expect(takeSlot(store, now)).toBe(0);
    block(store, now, 2000);
    expect(takeSlot(store, now)).toBe(2000);
  });
});

import { openStore } from '../../src/delivery/store/open-store.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyFolder, frozenDispatch } from '../../src/testing/sending/test-run.ts';
import type { Store } from '../../src/delivery/store/store.ts';
import { describeProgress, showProgress } from './show-progress.ts';

let store: Store;
let id: number;
beforeEach(async () => {
  store = openStore({ data: emptyFolder() });
  ({ id } = await frozenDispatch(store, 120, new Date('2026-05-08T09:00:00+12:00'), 10));
  vi.useFakeTimers({ now: new Date('2026-05-08T09:00:00+12:00') });
});
afterEach(() => {
  vi.useRealTimers();
  store.close();
});

/** So many chunks of ten are with the provider. */
const accept = (chunks: number) =>
  store.change(
    `UPDATE chunks SET status = 'accepted', attempts = 1, may_have_left_at = 'x' WHERE seq <= $chunks`,
    { chunks },
  );

const watch = (isTTY: boolean) => {
  const written: string[] = [];
  const stream = {
    isTTY,
    write: (text: string) => {
      written.push(text);
      return true;
    },
  };
  return { written, progress: showProgress(store, id, stream) };
};

describe('progress on a terminal', () => {
  it('is one line, drawn anew each second, with a bar, the rate and the time left', () => {
    const { written, progress } = watch(true);
    vi.advanceTimersByTime(1000);
    accept(3);
    vi.advanceTimersByTime(1000);
    accept(6);
    vi.advanceTimersByTime(1000);
    progress.stop();
    const drawn = written.map((text) => text.replace('\r\u001b[K', 'line: '));
    expect(drawn).toMatchInlineSnapshot(`
      [
        "line: [........................] 0 of 120 messages",
        "line: [######..................] 30 of 120 messages, 15 a second, about 6 seconds left",
        "line: [############............] 60 of 120 messages, 20 a second, about 3 seconds left",
        "line: ",
      ]
    `);
  });
});

describe('progress in a pipe', () => {
  it('is a plain line a minute and nothing else', () => {
    const { written, progress } = watch(false);
    vi.advanceTimersByTime(59_000);
    expect(written).toEqual([]);
    accept(6);
    vi.advanceTimersByTime(61_000);
    progress.stop();
    vi.advanceTimersByTime(300_000);
    expect(written).toMatchInlineSnapshot(`
      [
        "60 of 120 messages, 1 a second, about 60 seconds left
      ",
        "60 of 120 messages
      ",
      ]
    `);
  });
});

describe('describeProgress', () => {
  it.each([
    [0, 5000, 0, '0 of 5,000 messages'],
    [1200, 5000, 980, '1,200 of 5,000 messages, 980 a second, about 4 seconds left'],
    [4999, 5000, 980, '4,999 of 5,000 messages, 980 a second, about 1 second left'],
    [0, 1_000_000, 1000, '0 of 1,000,000 messages, 1,000 a second, about 17 minutes left'],
    [0, 2500, 0.2, '0 of 2,500 messages, 0.2 a second, about 3 hours 29 minutes left'],
  ])('says after %i of %i, at %d a second: %s', (settled, total, rate, words) => {
    expect(describeProgress(settled, total, rate)).toBe(words);
  });
});

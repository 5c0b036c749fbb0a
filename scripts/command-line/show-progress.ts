import { dispatchProgress } from '../../src/delivery/ledger/dispatch-counts.ts';
import type { Store } from '../../src/delivery/store/store.ts';

/**
 * Shows on standard error how far a dispatch is: on a terminal a bar every second, with rate and time
 * left; in a pipe a plain line a minute. The rate is that of the last minute, of all processes.
 */
export function showProgress(
  store: Store,
  id: number,
  stream: { isTTY?: boolean; write: (text: string) => boolean } = process.stderr,
) {
  const seen = [{ at: Date.now(), settled: dispatchProgress(store, id).settled }];
  const show = () => {
    const { settled, total } = dispatchProgress(store, id);
    const now = Date.now();
    seen.push({ at: now, settled });
    while (seen.length > 2 && (seen[1]?.at ?? now) <= now - minute) seen.shift();
    const [oldest] = seen;
    const seconds = (now - (oldest?.at ?? now)) / 1000;
    const rate = (settled - (oldest?.settled ?? settled)) / Math.max(1, seconds);
    const line = describeProgress(settled, total, rate);
    stream.write(stream.isTTY ? `\r\u001b[K${bar(settled / total)} ${line}` : `${line}\n`);
  };
  const timer = setInterval(show, stream.isTTY ? 1000 : minute);
  let running = true;
  return {
    stop: () => {
      clearInterval(timer);
      if (running && stream.isTTY) stream.write('\r\u001b[K');
      running = false;
    },
  };
}

const minute = 60_000;

/** "1,200 of 5,000 messages, 980 a second, about 4 seconds left" */
export function describeProgress(settled: number, total: number, rate: number): string {
  const so = `${inWords(settled)} of ${inWords(total)} messages`;
  if (rate <= 0) return so;
  const shown = rate < 10 ? Number(rate.toFixed(1)) : Math.round(rate);
  return `${so}, ${inWords(shown)} a second, about ${timeLeft((total - settled) / rate)} left`;
}

const inWords = (number: number) => number.toLocaleString('en-NZ');

function timeLeft(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 120) return many(whole, 'second');
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 120) return many(minutes, 'minute');
  return `${many(Math.floor(minutes / 60), 'hour')} ${many(minutes % 60, 'minute')}`;
}

const many = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;

const width = 24;

function bar(share: number): string {
  const full = Math.round(share * width);
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}]`;
}

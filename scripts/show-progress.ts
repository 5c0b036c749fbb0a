import { dispatchProgress } from '../src/delivery/ledger/dispatch-counts.ts';
import type { Store } from '../src/delivery/store.ts';

/**
 * Shows on standard error how far a dispatch is: on a terminal a bar every second, with rate and time
 * left; in a pipe a plain line a minute.
 */
export function showProgress(
  store: Store,
  id: number,
  stream: NodeJS.WriteStream = process.stderr,
) {
  const begin = dispatchProgress(store, id).settled;
  const started = Date.now();
  const show = () => {
    const { settled, total } = dispatchProgress(store, id);
    const rate = ((settled - begin) * 1000) / Math.max(1, Date.now() - started);
    const line = describeProgress(settled, total, rate);
    stream.write(stream.isTTY ? `\r\u001b[K${bar(settled / total)} ${line}` : `${line}\n`);
  };
  const timer = setInterval(show, stream.isTTY ? 1000 : 60_000);
  let running = true;
  return {
    stop: () => {
      clearInterval(timer);
      if (running && stream.isTTY) stream.write('\r\u001b[K');
      running = false;
    },
  };
}

/** "1200 of 5000 messages, 980 a second, about 4 seconds left" */
export function describeProgress(settled: number, total: number, rate: number): string {
  const so = `${settled} of ${total} messages`;
  if (rate <= 0) return so;
  const seconds = Math.ceil((total - settled) / rate);
  const left = seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return `${so}, ${Math.round(rate)} a second, about ${left} left`;
}

const width = 24;

function bar(share: number): string {
  const full = Math.round(share * width);
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}]`;
}

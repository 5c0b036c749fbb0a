import { openStore } from '../../delivery/store/open-store.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import '../../content/reading/settings-site.ts';
import { exampleBulletin } from './example-bulletin.ts';
import { freeze } from '../../delivery/ledger/freeze.ts';
import { sealDispatch } from '../../delivery/ledger/seal.ts';
import type { Store } from '../../delivery/store/store.ts';
import { resendTransport } from '../../delivery/transports/resend.ts';
import type { Answer, BatchBody, Transport } from '../../delivery/transports/transport.ts';
import { triedIsLeft } from './tried-is-left.ts';
import { runDispatch } from '../../delivery/dispatch/run-dispatch.ts';

/*
 * A process that sends and is killed: by itself at a named point, or by the test at any moment. It
 * can also be wrong in one of several ways, to prove that the test would notice.
 */

const orderSchema = z.object({
  place: z.object({ data: z.string(), databaseUrl: z.string().optional() }),
  url: z.string(),
  people: z.int(),
  mostPeople: z.int(),
  workers: z.int(),
  /** Where to die, and at which time of passing there. */
  killAt: z.object({ point: z.string(), time: z.int() }).nullable(),
  wrong: z
    .enum(['new key', 'accepted before', 'unknown is sent', 'rendered again', 'tried is left'])
    .nullable(),
});

export type KillOrder = z.output<typeof orderSchema>;

const order = orderSchema.parse(JSON.parse(process.argv[2] ?? ''));
let passed = 0;
const pass = (point: string) => {
  if (order.killAt?.point !== point) return;
  passed += 1;
  if (passed === order.killAt.time) process.kill(process.pid, 'SIGKILL');
};

const opened = openStore(order.place);
const store = order.wrong === 'tried is left' ? triedIsLeft(opened) : opened;
// A kill takes only the process: what was written stays without waiting for the disk.
if (order.place.databaseUrl === undefined) store.script('PRAGMA synchronous = OFF');
process.stdout.write('begins\n');
const dispatch = freeze(store, {
  bulletin: exampleBulletin(),
  siteUrl: 'https://news.example',
  expect: order.people,
  now: new Date(),
  mostPeople: order.mostPeople,
});
pass('frozen');
await sealDispatch(store, dispatch, (part) => pass(part === 'listed' ? 'listing' : 'sealing'));
pass('sealed');
const status = await runDispatch({
  store,
  data: order.place.data,
  dispatch,
  transport: spoil(resendTransport('re_test', order.url), store),
  workers: order.workers,
  limits: { timeout: 250, lease: 350, horizon: 72_000_000, backoff: 10, longestBackoff: 50 },
  stopAfterRefused: 20,
  signal: new AbortController().signal,
  now: () => new Date(),
  sleep: async (milliseconds) => wait(milliseconds),
  random: Math.random,
  // The mistake "accepted before" has its own moment at this point, after the mistake.
  checkpoint: (point, { first, last }) => {
    // From here on a byte may leave; the test hears of it even if this process dies.
    if (point === 'journalled') process.stdout.write(`leaves ${first}-${last}\n`);
    if (point !== 'posting' || order.wrong !== 'accepted before') pass(point);
  },
});
store.close();
process.stdout.write(`${status}\n`);

/** The transport with the mistake that the order asks for. */
function spoil(transport: Transport, ledger: Store): Transport {
  const send = transport.sendBatch;
  switch (order.wrong) {
    case 'new key':
      return {
        ...transport,
        sendBatch: (body, key, signal) => send(body, `${key}-${Math.random()}`, signal),
      };
    case 'unknown is sent':
      return {
        ...transport,
        sendBatch: async (body, key, signal) => {
          const answer = await send(body, key, signal);
          const count = z.array(z.unknown()).parse(JSON.parse(textOf(body))).length;
          return (answer.status ?? 500) >= 500 ? madeUp(count) : answer;
        },
      };
    case 'rendered again':
      return {
        ...transport,
        sendBatch: (body, key, signal) => {
          const subject = `"subject":"Rendered at ${process.hrtime.bigint()} `;
          const again = Buffer.from(textOf(body).replaceAll('"subject":"', subject));
          return send({ pieces: [again], size: again.length }, key, signal);
        },
      };
    case 'accepted before':
      return {
        ...transport,
        sendBatch: async (body, key, signal) => {
          setAccepted(ledger, key, true);
          pass('posting');
          const answer = await send(body, key, signal);
          setAccepted(ledger, key, false);
          return answer;
        },
      };
    default:
      return transport;
  }
}

function textOf({ pieces }: BatchBody): string {
  return [...pieces].join('');
}

function madeUp(count: number): Answer {
  const data = { data: Array.from({ length: count }, (_, at) => ({ id: `made-up-${at}` })) };
  return { status: 200, name: '', message: '', data, headers: {} };
}

function setAccepted(ledger: Store, key: string, accepted: boolean): void {
  ledger.transaction(() => {
    ledger.change(
      `UPDATE chunks SET status = $status WHERE idempotency_key = $key AND owner IS NOT NULL`,
      { key, status: accepted ? 'accepted' : 'sending' },
    );
    ledger.change(
      `UPDATE deliveries SET status = $status, email_id = $emailId WHERE position BETWEEN
         (SELECT first_position FROM chunks WHERE idempotency_key = $key) AND
         (SELECT last_position FROM chunks WHERE idempotency_key = $key)`,
      { key, status: accepted ? 'accepted' : 'pending', emailId: accepted ? 'assumed' : null },
    );
  });
}

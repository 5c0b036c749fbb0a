import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { openTestStore, testPlace } from '../../testing/postgres/open-test-store.ts';
import { randomFrom } from '../../testing/random-from.ts';
import { examplePayload } from '../../testing/sending/example-event.ts';
import type { ReportOrder } from '../../testing/sending/report-worker.ts';
import { emptyFolder, frozenDispatch } from '../../testing/sending/test-run.ts';
import { readEvent } from './event.ts';
import { recordEvents, type NamedEvent } from './record-event.ts';

const program = fileURLToPath(new URL('../../testing/sending/report-worker.ts', import.meta.url));
const now = new Date('2026-05-08T09:00:00+12:00');
const people = 800;
const reports = 2000;

/** A store with a dispatch that everybody of it was sent. */
async function sentStore() {
  const data = emptyFolder();
  const store = openTestStore(data);
  await frozenDispatch(store, people, now);
  store.change(`UPDATE deliveries SET status = 'accepted', email_id = 'message-' || position`);
  return { data, store };
}

/** Reports of every kind at random moments; some say nothing of whom they are about, some are about nobody. */
function randomReports(seed: number): NamedEvent[] {
  const random = randomFrom(seed);
  const one = <T>(of: readonly T[]): T | undefined => of[Math.floor(random() * of.length)];
  return Array.from({ length: reports }, (_, at) => {
    const position = 1 + Math.floor(random() * (people + 5));
    const kind = one(['sent', 'delivered', 'delivery_delayed', 'bounced', 'complained', 'failed']);
    const moment = new Date(now.getTime() + Math.floor(random() * 3_600_000)).toISOString();
    const bounceType = one(['Permanent', 'Transient']) ?? '';
    const payload = examplePayload({
      type: `email.${random() < 0.7 ? 'delivered' : kind}`,
      delivery: random() < 0.5 ? `1-${position}` : '',
      to: random() < 0.8 ? `p${position}@kura.example` : '',
      emailId: `message-${position}`,
      at: moment,
      ...(kind === 'bounced' && {
        bounce: { type: bounceType, subType: 'General', message: 'no' },
      }),
    });
    const event = readEvent(payload, now);
    if (!event) throw new Error('not about a delivery');
    return { webhookId: `msg_${at}`, event };
  });
}

const row = z.record(z.string(), z.unknown());
const stateOf = (store: Awaited<ReturnType<typeof sentStore>>['store']) => ({
  deliveries: store.rows(
    row,
    'SELECT position, status, delivery, delivery_at FROM deliveries ORDER BY position',
  ),
  places: store.rows(row, 'SELECT subscriber, status FROM subscriptions ORDER BY subscriber'),
  events: store.rows(
    row,
    'SELECT webhook_id, state, lasting, created_at, dispatch, position FROM events ORDER BY webhook_id',
  ),
});

async function runWorker(order: ReportOrder): Promise<string[]> {
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return said.split('\n').filter((line) => line !== '');
}

it(`ends with ${reports} reports in any order, repeated, and killed in the middle as with the calm order`, async () => {
  const all = randomReports(13);
  const calm = await sentStore();
  recordEvents(
    calm.store,
    all.toSorted((a, b) => a.event.createdAt.getTime() - b.event.createdAt.getTime()),
    now,
  );
  const expected = stateOf(calm.store);
  calm.store.close();
  expect(new Set(expected.deliveries.map(({ delivery }) => delivery)).size).toBeGreaterThan(4);

  const random = randomFrom(7);
  const wild = await sentStore();
  wild.store.close();
  const file = join(wild.data, 'reports.json');
  let open = all
    .map((report) => ({ report, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ report }) => report);
  for (const killAfter of [700, 1500, undefined]) {
    // Every tenth comes twice; what was not said to be written down comes again.
    const repeated = open.filter((_, at) => at % 10 === 0);
    writeFileSync(file, JSON.stringify([...open, ...repeated]));
    const place = testPlace(wild.data);
    const order = { place, file, together: 100, ...(killAfter !== undefined && { killAfter }) };
    const written = new Set(await runWorker(order));
    open = open.filter(({ webhookId }) => !written.has(webhookId));
    if (killAfter !== undefined) expect(open.length).toBeGreaterThan(0);
  }
  expect(open).toEqual([]);
  const store = openTestStore(wild.data);
  expect(stateOf(store)).toEqual(expected);
  store.close();
}, 60_000);

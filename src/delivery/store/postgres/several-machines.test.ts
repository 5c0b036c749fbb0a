import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fakeProvider } from '../../../testing/sending/fake-provider.ts';
import { serveFakeProvider } from '../../../testing/sending/fake-server.ts';
import type { KillOrder } from '../../../testing/sending/kill-worker.ts';
import { addPeople, differences, emptyFolder } from '../../../testing/sending/test-run.ts';
import { startPostgres, type TestPostgres } from '../../../testing/postgres/start-postgres.ts';
import { randomFrom } from '../../../testing/random-from.ts';
import { openStore } from '../open-store.ts';

const program = fileURLToPath(new URL('../../../testing/sending/kill-worker.ts', import.meta.url));

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

/** One sender on a machine of its own: it has its own folder, and shares the database alone. */
function sender(order: KillOrder) {
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(
    ([said, wrong]) => ({ last: said.trim().split('\n').at(-1), wrong }),
  );
  return { kill: () => child.kill('SIGKILL'), ended };
}

it('four senders send to everybody exactly once, though each is killed and the server is too', async () => {
  const random = randomFrom(17);
  const people = 240;
  const provider = fakeProvider({ now: Date.now });
  const api = await serveFakeProvider(provider, 5);
  const data = emptyFolder();
  const prepared = openStore({ data, databaseUrl: server.url });
  addPeople(prepared, people);
  prepared.close();
  const order = (): KillOrder => ({
    place: { data: emptyFolder(), databaseUrl: server.url },
    url: api.url,
    people,
    mostPeople: 4,
    workers: 2,
    killAt: null,
    wrong: null,
  });
  const machines = Array.from({ length: 4 }, async () => {
    for (let time = 0; time < 3; time += 1) {
      const one = sender(order());
      const late = wait(600 + random() * 900).then(() => one.kill());
      await one.ended;
      await late;
    }
  });
  await wait(1800);
  await server.restart();
  await Promise.all(machines);
  const ends = await Promise.all(Array.from({ length: 4 }, () => sender(order()).ended));
  await api.close();
  const store = openStore({ data, databaseUrl: server.url });
  expect(ends.map(({ last }) => last)).toEqual(['done', 'done', 'done', 'done']);
  expect(differences(store, provider)).toEqual([]);
  expect(new Set(provider.taken.map(({ to }) => to)).size).toBe(people);
  store.close();
}, 120_000);

import { openTestStore, testPlace, testServer } from '../../testing/postgres/open-test-store.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../testing/sending/fake-answers.ts';
import { fakeProvider } from '../../testing/sending/fake-provider.ts';
import { serveFakeProvider } from '../../testing/sending/fake-server.ts';
import type { KillOrder } from '../../testing/sending/kill-worker.ts';
import { findDispatch } from '../ledger/dispatch.ts';
import { waysToLeave, watchLeavers } from '../../testing/sending/people-leave.ts';
import {
  addPeople,
  countedPeople,
  differences,
  emptyFolder,
  ledgerRows,
} from '../../testing/sending/test-run.ts';
import { randomFrom } from '../../testing/random-from.ts';

const program = fileURLToPath(new URL('../../testing/sending/kill-worker.ts', import.meta.url));

/** Spares the many processes of this test most of the time they take to begin. */
const compiled = join(tmpdir(), 'panui-compiled');

/** Every point with a name; `any moment` is a kill from outside. */
const points = [
  'frozen',
  'listing',
  'sealing',
  'sealed',
  'claimed',
  'journalled',
  'posting',
  'answered',
  'recorded',
  'any moment',
] as const;

const faults: readonly Fault[] = [
  'drop before',
  'drop after',
  '500 after',
  '503',
  'cut',
  '429',
  'html',
  'html 200',
  'slow',
];

/** What one process said; it is killed at its point, or after some milliseconds from outside. */
async function runProcess(order: KillOrder, killAfter: number | undefined): Promise<string[]> {
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  if (killAfter !== undefined) {
    void once(child.stdout, 'data').then(async () => {
      await wait(killAfter);
      child.kill('SIGKILL');
    });
  }
  const [out] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return out.trim().split('\n');
}

/** One dispatch, killed several times and begun again, until it stops by itself; people leave in between. */
async function round(seed: number, wrong: KillOrder['wrong'] = null) {
  const random = randomFrom(seed);
  const upTo = (most: number) => 1 + Math.floor(random() * most);
  const faulty = random() * 0.4;
  const provider = fakeProvider({
    now: Date.now,
    fault: () => (random() < faulty ? faults[Math.floor(random() * faults.length)] : undefined),
  });
  const server = await serveFakeProvider(provider, upTo(8));
  const data = emptyFolder();
  const people = 12 + upTo(16);
  const prepared = openTestStore(data);
  addPeople(prepared, people);
  prepared.close();
  const order = (point: string | undefined): KillOrder => ({
    place: testPlace(data),
    url: server.url,
    people,
    // Sixteen people are written down at a time, or four.
    mostPeople: seed % 2 === 0 ? 4 : 1,
    workers: 1 + (seed % 4),
    killAt: point === undefined || point === 'any moment' ? null : { point, time: upTo(3) },
    wrong,
  });
  const watch = watchLeavers();
  let joined = 0;
  const kills = [points[seed % points.length]];
  if (seed % 6 === 0) kills.push(points[upTo(points.length) - 1]);
  for (const point of kills) {
    const said = await runProcess(
      order(point),
      point === 'any moment' ? random() * 120 : undefined,
    );
    const between = openTestStore(data);
    const spans = said.flatMap((line) => [...line.matchAll(/^leaves (\d+)-(\d+)$/g)]);
    for (const [name, first, last] of spans) {
      watch.begins(`${point} ${name}`, between, { first: Number(first), last: Number(last) });
    }
    // Before it is frozen, whoever leaves is not in it at all; afterwards, whoever joins is not.
    const isFrozen = findDispatch(between, '2026-05-08', 'providers') !== undefined;
    if (isFrozen) addPeople(between, 2, people + 1 + joined);
    joined += isFrozen ? 2 : 0;
    for (let at = isFrozen ? 0 : 4; at < 4; at += 1) {
      const way = waysToLeave[upTo(waysToLeave.length) - 1] ?? 'removed';
      watch.leave(between, data, `p${upTo(people)}@kura.example`, way, new Date());
    }
    between.close();
  }
  // Two people run the last command at once, now and then.
  const ends = await Promise.all(
    Array.from({ length: seed % 5 === 0 ? 2 : 1 }, async () =>
      (await runProcess(order(undefined), undefined)).at(-1),
    ),
  );
  await server.close();
  const store = openTestStore(data);
  const rows = ledgerRows(store);
  const counted = countedPeople(store);
  const found = [...differences(store, provider, watch.forgotten), ...watch.faults(provider.taken)];
  store.close();
  return {
    seed,
    ends,
    faults: found,
    rows,
    counted,
    people,
    joined,
    taken: provider.taken.length,
    kills: kills.length,
    left: watch.count(),
  };
}

/** Rounds with these seeds, some at a time. */
async function rounds(seeds: readonly number[], wrong: KillOrder['wrong'] = null) {
  const waiting = [...seeds];
  const results: Awaited<ReturnType<typeof round>>[] = [];
  const lane = async () => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      results.push(await round(seed, wrong));
    }
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  return results;
}

/** Tells whoever runs the tests what the proof was. */
const say = (text: string) => process.stderr.write(`Kill test: ${text}.\n`);

const seedsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, at) => first + at);

/* A process that begins with a database of its own takes longer; both make the same moves. */
const isEmbedded = testServer() === undefined;
const sound = isEmbedded ? 42 : 10;

describe('a process that is killed', () => {
  it(`sends to everybody exactly once, and to nobody who had left, in ${sound} rounds of kills at named points and any moment`, async () => {
    const results = await rounds(seedsFrom(1, sound));
    for (const result of results) {
      const { seed, ends, faults: found, rows, counted, people, taken } = result;
      expect({ seed, ends: [...new Set(ends)], found }).toEqual({
        seed,
        ends: ['done'],
        found: [],
      });
      const excluded = rows.filter(({ status }) => status === 'excluded').length;
      const expected = { seed, taken: people - counted - excluded, rows: people - counted };
      expect({ seed, taken, rows: rows.length }).toEqual(expected);
      expect(rows.every(({ status }) => ['accepted', 'excluded'].includes(status))).toBe(true);
    }
    const people = results.reduce((sum, one) => sum + one.people, 0);
    const kills = results.reduce((sum, one) => sum + one.kills, 0);
    const left = results.reduce((sum, one) => sum + one.left, 0);
    const joined = results.reduce((sum, one) => sum + one.joined, 0);
    const counted = results.reduce((sum, one) => sum + one.counted, 0);
    expect(left).toBeGreaterThan(sound - 3);
    expect(joined).toBeGreaterThan(sound);
    say(
      `${results.length} rounds, ${kills} kills, ${people} people: ${left} left in time and ${joined} joined afterwards, who got nothing, the others it exactly once; ${counted} were forgotten before they were written down`,
    );
  }, 400_000);

  const mistakes = [
    [
      'takes "was tried" for "may have left"',
      'tried is left',
      [104, 114, 124, 134, 144, 154, 164, 174],
      /had left and got it/,
    ],
    ['takes a new key when it repeats', 'new key', seedsFrom(102, 4), /got it \d+ times/],
    [
      'writes "accepted" before the call',
      'accepted before',
      seedsFrom(102, 4),
      /: assumed is not undefined/,
    ],
    [
      'takes an unknown outcome for sent',
      'unknown is sent',
      seedsFrom(102, 4),
      /: made-up-\d+ is not/,
    ],
  ] as const;
  it.each(isEmbedded ? mistakes : mistakes.slice(0, 1))(
    'is caught when it %s',
    async (_, wrong, seeds, symptom) => {
      const results = await rounds(seeds, wrong);
      const found = results.flatMap(({ faults: some }) => some.filter((one) => symptom.test(one)));
      say(`with the mistake "${wrong}" caught by ${found.length} differences, as "${found[0]}"`);
      expect(found).not.toEqual([]);
    },
    120_000,
  );

  it('is stopped when it renders a body again: the key does not fit, and a person decides', async () => {
    const results = await rounds(seedsFrom(102, 4), 'rendered again');
    const stopped = results.filter(({ ends }) => ends.includes('review'));
    say(
      `with the mistake "rendered again" stopped in ${stopped.length} of ${results.length} rounds`,
    );
    expect(stopped).not.toEqual([]);
    for (const { rows, counted, taken, people } of results) {
      expect(rows).toHaveLength(people - counted);
      expect(taken).toBeLessThanOrEqual(people);
    }
  }, 120_000);
});

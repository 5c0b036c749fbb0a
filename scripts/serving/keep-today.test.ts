import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { writeBuilt } from '../../src/building/built-note.ts';
import { readContent } from '../../src/content/reading/read-content.ts';
import { writeSources } from '../../src/content/reading/sources.ts';
import { writeContent } from '../../src/testing/content/write-content.ts';
import { emptyFolder } from '../../src/testing/sending/test-run.ts';
import { dailyFault, describeDaily } from './daily-fault.ts';
import { keepToday } from './keep-today.ts';
import { startDailyBuild } from './start-daily-build.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => vi.useRealTimers());

const builtFor = async (out: string) =>
  writeBuilt({ now: new Date(), siteUrl: 'https://a.example' }, 'send', out);

async function site(builtAt: string) {
  const data = emptyFolder();
  const out = join(data, 'dist');
  await mkdir(out);
  vi.setSystemTime(builtAt);
  await builtFor(out);
  return { data, out };
}

/* What is on the disk is really read, whatever the clock says. */
const until = async (holds: () => boolean | Promise<boolean>) => {
  while (!(await holds())) await new Promise((go) => setImmediate(go));
};

it('builds at midnight in New Zealand, once a day, and again each hour after a failure', async () => {
  const places = await site('2026-11-27T23:30:00+13:00');
  const lines: string[] = [];
  const outcomes = ['the dates are wrong.', 'the dates are wrong.', undefined];
  let builds = 0;
  const build = () => {
    const words = outcomes[builds++];
    const ended =
      words === undefined ? builtFor(places.out).then(() => words) : Promise.resolve(words);
    return { ended, stop: () => undefined };
  };
  const today = keepToday(places, build, (line) => void lines.push(line));
  const waiting = () => until(() => vi.getTimerCount() === 1);
  await waiting();
  expect(builds).toBe(0);

  vi.advanceTimersByTime(30 * 60_000);
  await waiting();
  expect(builds).toBe(0);
  vi.advanceTimersByTime(1000);
  await waiting();
  expect(builds).toBe(1);
  expect(await dailyFault(places)).toEqual({ day: '2026-11-28', words: 'the dates are wrong.' });

  vi.advanceTimersByTime(3_600_000);
  await waiting();
  vi.advanceTimersByTime(3_600_000);
  await waiting();
  expect(builds).toBe(3);
  expect(await dailyFault(places)).toBeUndefined();
  vi.advanceTimersByTime(3_600_000);
  await waiting();
  expect(builds).toBe(3);
  await today.stop();
  expect(lines).toMatchInlineSnapshot(`
    [
      "The site could not be built for Saturday 28 November 2026, so its pages still say what was to come the day before. It is tried again each hour. Why: the dates are wrong.",
      "The site was built for Saturday 28 November 2026.",
    ]
  `);
});

it('builds at once where the site is of an earlier day, and tells no fault once somebody has built it', async () => {
  const places = await site('2026-11-20T12:00:00+13:00');
  vi.setSystemTime('2026-11-28T12:00:00+13:00');
  const build = () => ({ ended: Promise.resolve('no.'), stop: () => undefined });
  const today = keepToday(places, build, () => undefined);
  await until(async () => (await dailyFault(places)) !== undefined);
  await builtFor(places.out);
  expect(await dailyFault(places)).toBeUndefined();
  await today.stop();
});

it('runs a build in a process of its own, says what it printed where it fails, and can end it', async () => {
  vi.useRealTimers();
  const folder = emptyFolder();
  const program = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return startDailyBuild(join(folder, name));
  };
  expect(await (await program('good.mjs', 'console.log("Site: 3 pages.")')).ended).toBeUndefined();
  const bad = await program('bad.mjs', 'console.error("No title."); process.exit(1)');
  expect(await bad.ended).toBe('No title.');
  const long = await program('long.mjs', 'setTimeout(() => {}, 60_000)');
  long.stop();
  expect(await long.ended).toBe('it ended with SIGTERM');
});

it('publishes nothing that was changed since and that nobody has built', async () => {
  vi.useRealTimers();
  const content = await writeContent();
  const out = join(emptyFolder(), 'dist');
  await mkdir(out);
  await builtFor(out);
  const read = await readContent(content);
  await writeSources(read, content, out);
  await appendFile(join(content, 'newsletters/2026-05-08.mdx'), '\nMore.\n');
  await writeFile(join(out, 'index.html'), 'as it was');
  vi.stubEnv('PANUI_CONTENT', content).stubEnv('PANUI_OUT', out);
  const words = await startDailyBuild().ended;
  vi.unstubAllEnvs();
  expect(words).toMatchInlineSnapshot(
    `"the content is not what the site was built from: newsletters/2026-05-08.mdx. Nothing is published unasked, so run \`npm run -s panui -- build\`, or keep what is not ready back with "state: draft"."`,
  );
  expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('as it was');
});

it('says in words what the pages do not know', () => {
  expect(describeDaily({ day: '2026-11-28', words: 'the dates are wrong.' })).toMatchInlineSnapshot(
    `"The site could not be built for Saturday 28 November 2026, so its pages still say what was to come the day before. It is tried again each hour. Why: the dates are wrong."`,
  );
});

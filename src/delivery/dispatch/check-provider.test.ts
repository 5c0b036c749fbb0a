import { openTestStore } from '../../testing/postgres/open-test-store.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeProblems } from '../../problems/problem.ts';
import type { Store } from '../store/store.ts';
import { resendTransport } from '../transports/resend.ts';
import { checkProvider } from './check-provider.ts';
import { emptyFolder, testClock } from '../../testing/sending/test-run.ts';

let store: Store;
beforeEach(() => {
  store = openTestStore(emptyFolder());
});
afterEach(() => {
  vi.unstubAllGlobals();
  store.close();
});

const clock = testClock();
const domains = JSON.stringify({
  data: [
    { name: 'attendance-updates.example', status: 'verified' },
    { name: 'pending.example', status: 'pending' },
  ],
});

const check = async (response: () => Response, from = 'news@attendance-updates.example') => {
  vi.stubGlobal('fetch', async () => response());
  const transport = resendTransport('re_secret', 'https://provider.example');
  const problems = await checkProvider(transport, store, from, clock.now(), clock.sleep);
  return problems.length === 0 ? '' : describeProblems(problems);
};

describe('checkProvider', () => {
  it('has nothing against a verified domain and a right clock', async () => {
    const headers = { date: clock.now().toUTCString() };
    expect(await check(() => new Response(domains, { headers }))).toBe('');
  });

  it('refuses a domain whose verification is not finished', async () => {
    const said = await check(() => new Response(domains), 'news@pending.example');
    expect(said).toContain('Found only attendance-updates.example.');
  });

  it('refuses when the clock of this machine is wrong', async () => {
    const headers = { date: new Date(clock.now().getTime() + 3_600_000).toUTCString() };
    expect(await check(() => new Response(domains, { headers }))).toMatchInlineSnapshot(`
      "the clock of this machine
        Expected about 2026-05-07T22:00:00.000Z, as the provider says.
        Found 2026-05-07T21:00:00.000Z.
        Set the clock right: how long a message may be repeated depends on it.

      1 problem. Nothing was changed."
    `);
  });

  it.each([
    ['a page of HTML with 200', () => new Response('<!doctype html>Sign in')],
    ['a page of HTML with 502', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
    ['JSON of another kind', () => new Response('{"hello":1}')],
  ])('refuses %s', async (_, response) => {
    const said = await check(response);
    expect(said).toContain('Expected the domains of the account');
    expect(said).toMatch(/RESEND_BASE_URL/);
    expect(said).not.toContain('re_secret');
  });

  it('waits its turn where others use up the limit', async () => {
    let calls = 0;
    const limited = { statusCode: 429, name: 'rate_limit_exceeded', message: 'Too many requests.' };
    const said = await check(() => {
      calls += 1;
      if (calls > 2) return new Response(domains);
      return new Response(JSON.stringify(limited), {
        status: 429,
        headers: { 'retry-after': '2' },
      });
    });
    expect([said, calls]).toEqual(['', 3]);
  });
});

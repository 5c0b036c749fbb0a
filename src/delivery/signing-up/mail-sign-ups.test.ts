import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { publication, usePublication } from '../../publication/site.ts';
import { openTestStore } from '../../testing/postgres/open-test-store.ts';
import { emptyFolder } from '../../testing/sending/test-run.ts';
import type { Store } from '../store/store.ts';
import type { Answer, BatchMessage, Transport } from '../transports/transport.ts';
import { mailNext, mailSignUps } from './mail-sign-ups.ts';
import { askToSignUp, findSignUp } from './sign-up.ts';

const start = new Date('2026-05-08T09:00:00+12:00');
const address = 'office@kura.example';
const before = publication();
let folder: string;
let store: Store;
let moment = start;

beforeEach(() => {
  usePublication({ ...before, audiences: before.audiences.map((a) => ({ ...a, public: true })) });
  folder = emptyFolder();
  store = openTestStore(folder);
  moment = start;
});
afterEach(() => {
  store.close();
  usePublication(before);
});

const ask = (at = address) =>
  askToSignUp(
    store,
    { address: at, lists: ['schools'], wants: 'every', source: 'sign-up page' },
    start,
  );

/** A provider that answers as told, and remembers what it was sent. */
function provider(answers: Partial<Answer>[]) {
  const sent: { message: BatchMessage; key: string }[] = [];
  const nothing = async (): Promise<Answer> => ({ ...base, status: 200 });
  const base = { status: 200, name: '', message: '', data: { id: 'one' }, headers: {} };
  const transport: Transport = {
    sendBatch: nothing,
    listDomains: nothing,
    listSent: nothing,
    sendOne: async (message, key) => {
      sent.push({ message, key });
      return { ...base, ...answers[sent.length - 1] };
    },
  };
  return { transport, sent };
}

const order = (transport?: Transport) => ({
  store,
  transport,
  data: folder,
  origin: 'https://news.example',
  now: () => moment,
});
const wait = (milliseconds: number) => {
  moment = new Date(moment.getTime() + milliseconds);
};

it('writes the mail into the outbox where no provider is set', async () => {
  ask();
  expect(await mailNext(order())).toEqual({ kind: 'done' });
  expect(await mailNext(order())).toEqual({ kind: 'wait', milliseconds: 2000 });
  const outbox = join(folder, 'outbox/sign-up');
  const [file = ''] = await readdir(outbox);
  const mail = await PostalMime.parse(await readFile(join(outbox, file)));
  expect([mail.to?.[0]?.address, mail.subject]).toEqual([
    address,
    'Please confirm: Attendance Service Newsletter',
  ]);
  const token = findSignUp(store, 'address', address)?.token ?? '';
  expect(mail.text?.replace(token, 'TOKEN')).toMatchInlineSnapshot(`
    "Somebody, you we hope, asked us to send the Attendance Service Newsletter to this address.

    Open this page and press its button:
    https://news.example/sign-up/TOKEN

    It works once, for 3 days. If you did not ask, do nothing: you get no bulletins, and we delete your address after that.

    Questions? Write to unsubscribe@attendance-updates.example. Ministry of Education, PO Box 1666, Wellington 6140, New Zealand

    "
  `);
  expect(mail.html).toContain(`href="https://news.example/sign-up/${token}"`);
});

it('repeats a mail whose answer was lost with the same bytes and key, and then no more', async () => {
  const { transport, sent } = provider([{ status: null }, { status: 500, name: 'x' }, {}]);
  ask();
  expect(await mailNext(order(transport))).toMatchObject({ detail: 'no usable answer' });
  wait(1000);
  ask();
  expect(await mailNext(order(transport))).toMatchObject({ kind: 'wait' });
  wait(60_000);
  await mailNext(order(transport));
  wait(60_000);
  expect(await mailNext(order(transport))).toEqual({ kind: 'done' });
  wait(60_000);
  expect(await mailNext(order(transport))).toMatchObject({ milliseconds: 2000 });
  expect(sent).toHaveLength(3);
  expect(new Set(sent.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(sent[0]?.message.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated' });
});

it('goes on with the mail of a program that was killed, and drops one that is refused', async () => {
  const { transport, sent } = provider([{ status: 422, name: 'validation_error', message: 'no' }]);
  const dead: Transport = { ...transport, sendOne: () => new Promise(() => undefined) };
  ask();
  void mailNext(order(dead));
  expect(await mailNext(order(transport))).toMatchObject({ kind: 'wait' });
  wait(2 * 60_000);
  expect(await mailNext(order(transport))).toEqual({
    kind: 'dropped',
    detail: '422 validation_error: no',
  });
  wait(3_600_000);
  expect(await mailNext(order(transport))).toMatchObject({ milliseconds: 2000 });
  expect(sent).toHaveLength(1);
});

it('says once why mails wait, waits for the provider, and deletes what nobody confirmed', async () => {
  const stop = { status: 401, name: 'invalid_api_key', message: 'API key is invalid' };
  const { transport, sent } = provider([stop, stop, stop, {}]);
  const lines: string[] = [];
  const abort = new AbortController();
  ask();
  await mailSignUps({
    ...order(transport),
    signal: abort.signal,
    say: (line) => void lines.push(line),
    sleep: async (milliseconds) => {
      wait(milliseconds === 2000 ? 601_000 : milliseconds);
      if (moment.getTime() - start.getTime() > 5 * 24 * 3_600_000) abort.abort();
    },
  });
  expect(lines).toEqual([
    'Mails to people who sign up wait, and are tried again: 401 invalid_api_key: API key is invalid',
  ]);
  expect(sent).toHaveLength(4);
  expect(findSignUp(store, 'address', address)).toBeUndefined();
});

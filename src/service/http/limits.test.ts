import { openTestStore } from '../../testing/postgres/open-test-store.ts';
import { once } from 'node:events';
import { connect } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../delivery/store/store.ts';
import { resendWebhooks } from '../../delivery/transports/resend.ts';
import { exampleSecret, signatureOf } from '../../testing/sending/example-event.ts';
import { emptyFolder } from '../../testing/sending/test-run.ts';
import { createService } from '../service.ts';
import { storeHere } from '../store/service-store.ts';
import { standardLimits, type ServiceLimits } from './limits.ts';
import { listenAt, type Listening } from './listen.ts';
import type { RequestLine } from './request-log.ts';

let store: Store;
let folder: string;
let faults: string[];
let lines: RequestLine[];
let open: Listening[];
beforeEach(async () => {
  folder = emptyFolder();
  store = openTestStore(folder);
  await writeFile(join(folder, 'index.html'), '<h1>Kia ora</h1>');
  [faults, lines, open] = [[], [], []];
});
afterEach(async () => {
  for (const service of open) await service.close();
  store.close();
});

async function serve(changed: Partial<ServiceLimits> = {}, trustedProxies: string[] = []) {
  const limits = { ...standardLimits, ...changed };
  const listener = createService({
    out: folder,
    store: storeHere(store),
    now: () => new Date(),
    verify: resendWebhooks(exampleSecret),
    report: ({ message }) => void faults.push(message),
    log: (line) => void lines.push(line),
    limits,
    trustedProxies,
  });
  const service = await listenAt({ listener, limits, trustedProxies }, '127.0.0.1', 0);
  open.push(service);
  return service;
}

/** What a client that writes `text` and then waits gets until the connection is closed. */
async function raw({ port }: Listening, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (part) => (answer += part.toString()));
  socket.on('error', () => undefined);
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

const statusOf = (answer: string) => answer.slice(0, answer.indexOf('\r\n'));

describe('a client that is slow', () => {
  it('is let go that never ends its headers, while others are served', async () => {
    const service = await serve({ headersWithin: 300 });
    const slow = Array.from({ length: 30 }, () =>
      raw(service, 'GET / HTTP/1.1\r\nHost: a\r\nX-A: '),
    );
    expect((await fetch(service.url)).status).toBe(200);
    const answers = await Promise.all(slow);
    expect(new Set(answers.map(statusOf))).toEqual(new Set(['HTTP/1.1 408 Request Timeout']));
  });

  it.each(['/unsubscribe/AAAAAAAAAAAAAAAAAAAAAA', '/webhooks/resend', '/'])(
    'is let go that never ends its body, at %s',
    async (path) => {
      const service = await serve({ headersWithin: 300, requestWithin: 300 });
      const head = `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n`;
      await raw(service, `${head}a`);
      expect(faults).toEqual([]);
    },
  );

  it('is let go that takes nothing', async () => {
    await writeFile(join(folder, 'large.bin'), Buffer.alloc(20_000_000));
    const service = await serve({ idle: 300 });
    const socket = connect(service.port, '127.0.0.1');
    socket.write('GET /large.bin HTTP/1.1\r\nHost: a\r\n\r\n');
    socket.on('error', () => undefined);
    socket.pause();
    await vi.waitFor(() => expect(lines.map(({ status }) => status)).toEqual([499]), 5000);
    socket.destroy();
    expect(faults).toEqual([]);
  });
});

describe('a client that wants much', () => {
  it('may send headers of 16 KB and bodies of 64 KB, a report 256 KB', async () => {
    const service = await serve();
    const large = await raw(
      service,
      `GET / HTTP/1.1\r\nHost: a\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`,
    );
    expect(statusOf(large)).toBe('HTTP/1.1 431 Request Header Fields Too Large');
    const body = 'a'.repeat(300_000);
    for (const [path, status] of [
      ['/unsubscribe/AAAAAAAAAAAAAAAAAAAAAA', 413],
      ['/preferences/AAAAAAAAAAAAAAAAAAAAAA', 413],
      ['/webhooks/resend', 413],
      ['/', 413],
      ['/healthz', 413],
      ['/service.css', 413],
    ] as const) {
      const answer = await fetch(service.url + path, { method: 'POST', body });
      expect([path, answer.status]).toEqual([path, status]);
    }
    for (const path of ['/unsubscribe/AAAAAAAAAAAAAAAAAAAAAA', '/webhooks/resend']) {
      const signed = Object.entries(signatureOf(body, 'msg_1', new Date()));
      const headers = signed.map(([name, value]) => `${name}: ${value}\r\n`).join('');
      const chunk = `${body.length.toString(16)}\r\n${body}\r\n`;
      const head = `POST ${path} HTTP/1.1\r\nHost: a\r\n${headers}Transfer-Encoding: chunked\r\n\r\n`;
      expect(statusOf(await raw(service, head + chunk))).toBe('HTTP/1.1 413 Payload Too Large');
    }
    for (const path of ['/', '/healthz', '/service.css']) {
      expect((await fetch(service.url + path, { method: 'POST', body: 'a' })).status).toBe(405);
    }
    expect(faults).toEqual([]);
  });

  it('has so many connections and no more, and a trusted proxy all there are', async () => {
    const held = async (service: Listening, count: number) => {
      const sockets = Array.from({ length: count }, () => connect(service.port, '127.0.0.1'));
      let closed = 0;
      for (const socket of sockets) {
        socket.on('error', () => undefined);
        socket.on('close', () => (closed += 1));
      }
      await fetch(service.url).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const left = count - closed;
      for (const socket of sockets) socket.destroy();
      return left;
    };
    expect(await held(await serve({ connectionsOfOne: 5 }), 20)).toBe(5);
    expect(await held(await serve({ connections: 8 }), 20)).toBe(8);
    expect(await held(await serve({ connectionsOfOne: 5 }, ['127.0.0.0/8']), 20)).toBe(20);
  });

  it('is told which methods an address takes, with a closing slash or without', async () => {
    const { url } = await serve();
    const token = 'AAAAAAAAAAAAAAAAAAAAAA';
    for (const path of [`/unsubscribe/${token}`, `/preferences/${token}`, '/webhooks/resend']) {
      for (const end of ['', '/']) {
        const answer = await fetch(url + path + end, { method: 'PUT' });
        const allowed = path.startsWith('/webhooks') ? 'POST' : 'GET, HEAD, POST';
        expect([answer.status, answer.headers.get('allow')]).toEqual([405, allowed]);
      }
    }
    const form = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const left = await fetch(`${url}/unsubscribe/${token}/`, { method: 'POST', body: form });
    expect([left.status, await left.text()]).toEqual([200, 'Unsubscribed.\n']);
  });

  const rates = { ...standardLimits.rates, site: { perSecond: 0.5, atOnce: 2 } };
  const statuses = async (service: Listening, forwarded: string[]) => {
    const all: (number | string | null)[] = [];
    for (const one of forwarded) {
      const answer = await fetch(service.url, { headers: { 'X-Forwarded-For': one } });
      all.push(answer.status === 429 ? answer.headers.get('retry-after') : answer.status);
    }
    return all;
  };

  it('may ask so often, whatever it says of itself; each route has a rate', async () => {
    const service = await serve({ rates });
    expect(await statuses(service, ['192.0.2.1', '192.0.2.2', '192.0.2.3'])).toEqual([
      200,
      200,
      '2',
    ]);
    expect((await fetch(`${service.url}/healthz`)).status).toBe(429);
    const none = { perSecond: 1, atOnce: 0 };
    const closed = await serve({
      rates: { site: none, person: none, signUp: none, reports: none },
    });
    for (const path of ['/', '/none', '/unsubscribe/a', '/preferences/a', '/webhooks/resend']) {
      expect((await fetch(closed.url + path)).status).toBe(429);
    }
  });

  it('is told apart by what a trusted proxy says, and by nothing that it says itself', async () => {
    const service = await serve({ rates }, ['127.0.0.1', '10.0.0.0/8']);
    const [one, other] = ['192.0.2.1', '192.0.2.2'];
    expect(await statuses(service, [one, `${other}, ${one}`, `${one}, 10.1.2.3`])).toEqual([
      200,
      200,
      '2',
    ]);
    expect(await statuses(service, [other, `198.51.100.7, ${other}`])).toEqual([200, 200]);
  });
});

describe('who goes away', () => {
  it('in the middle of a body makes no error of ours', async () => {
    const service = await serve();
    const length = 'Content-Length: 1000\r\n';
    const signed = Object.entries(signatureOf('{}', 'msg_1', new Date()))
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
    for (const path of ['/webhooks/resend', '/preferences/a', '/unsubscribe/a', '/']) {
      const socket = connect(service.port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(`POST ${path} HTTP/1.1\r\nHost: a\r\n${length}${signed}\r\n{`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      socket.destroy();
    }
    await vi.waitFor(() => expect(lines).toHaveLength(4));
    expect(faults).toEqual([]);
  });
});

describe('the log', () => {
  it('has a line for each request with time and route, and nothing that names anybody', async () => {
    const service = await serve();
    const token = 'AAAAAAAAAAAAAAAAAAAAAA';
    for (const path of [
      '/?from=a@kura.example',
      '/nobody@kura.example',
      `/unsubscribe/${token}?a=b`,
      `/unsubscribe/${token}/undo`,
      `/preferences/${token}/`,
      `/unsubscribe/${token}/more/${token}`,
      '/healthz',
      '/readyz',
      '/%ff',
    ]) {
      await (await fetch(service.url + path)).text();
    }
    await fetch(`${service.url}/unsubscribe/${token}/`, { method: 'POST' });
    await vi.waitFor(() => expect(lines).toHaveLength(10));
    const text = lines.map(({ method, route, status }) => `${status} ${method} ${route}`);
    expect(text.join('\n')).toMatchInlineSnapshot(`
      "200 GET /
      404 GET none
      404 GET /unsubscribe/:token
      404 GET /unsubscribe/:token/undo
      404 GET /preferences/:token
      404 GET /unsubscribe/:token
      200 GET /healthz
      200 GET /readyz
      400 GET none
      200 POST /unsubscribe/:token"
    `);
    expect(JSON.stringify(lines)).not.toMatch(/AAAA|@|127\.0\.0\.1|from/);
    expect(Object.keys(lines[0] ?? {})).toEqual([
      'time',
      'method',
      'route',
      'status',
      'milliseconds',
    ]);
  });
});

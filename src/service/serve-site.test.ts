import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../delivery/store/open-store.ts';
import type { Store } from '../delivery/store/store.ts';
import { createApp } from './app.ts';
import { listen, type Listening } from './listen.ts';

const long = 'p { margin: 0 }\n'.repeat(100);

let service: Listening;
let store: Store;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'panui-'));
  const out = join(folder, 'dist');
  const files = {
    'dist/index.html': '<h1>Kia ora</h1>',
    'dist/404.html': '<h1>Nothing here</h1>',
    'dist/newsletters/2026-05-08/index.html': '<h1>Pānui</h1>',
    'dist/bulletins/2026-05-08/providers.html': '<p style="color:red">Bulletin</p>',
    'dist/bulletins/2026-05-08/providers.mjml': '<mjml></mjml>',
    'dist/feed.xml': '<feed/>',
    'dist/due.ics': 'BEGIN:VCALENDAR',
    'dist/_astro/page.abc123.css': 'p{}',
    'dist/pagefind/pagefind.js': 'export {}',
    'dist/pagefind/wasm.en.pagefind': '\u001f\u008b',
    'dist/pagefind/index/en_1.pf_index': '\u001f\u008b',
    'dist/_astro/long.css': long,
    'dist/pagefind/index/en_long.pf_index': long,
    'dist/pagefind/plain.wasm': '\0asm',
    'dist/.secret/key.txt': 'hidden',
    'panui.db': 'people',
    'distant/file.txt': 'outside',
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  await symlink(join(folder, 'panui.db'), join(out, 'linked.txt'));
  store = openStore(folder.concat('/data'));
  service = await listen(createApp({ out, store, now: () => new Date() }), 0);
});
afterAll(async () => {
  await service.close();
  store.close();
});

const get = (path: string, init?: RequestInit) =>
  fetch(`${service.url}${path}`, { redirect: 'manual', ...init });

/** Sends a path as it is; `fetch` would tidy it first. */
const getRaw = (path: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(service.port, '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    });
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });

describe('the service', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/newsletters/2026-05-08/', 'text/html; charset=utf-8'],
    ['/newsletters/2026-05-08/index.html', 'text/html; charset=utf-8'],
    ['/bulletins/2026-05-08/providers.mjml', 'text/plain; charset=utf-8'],
    ['/feed.xml', 'application/xml; charset=utf-8'],
    ['/due.ics', 'text/calendar; charset=utf-8'],
    ['/_astro/page.abc123.css', 'text/css; charset=utf-8'],
    ['/pagefind/pagefind.js', 'text/javascript; charset=utf-8'],
    ['/pagefind/wasm.en.pagefind', 'application/octet-stream'],
    ['/pagefind/index/en_1.pf_index', 'application/octet-stream'],
    ['/pagefind/plain.wasm', 'application/wasm'],
    ['/service.css', 'text/css; charset=utf-8'],
  ])('serves %s as %s', async (path, type) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    expect(answer.headers.get('content-encoding')).toBeNull();
  });

  it('compresses what is text and long, for whoever takes it', async () => {
    const sent = async (path: string, accepted: string) => {
      const answer = await get(path, { headers: { 'accept-encoding': accepted } });
      return [answer.headers.get('content-encoding'), answer.headers.get('vary')];
    };
    expect(await sent('/_astro/long.css', 'gzip')).toEqual(['gzip', 'Accept-Encoding']);
    expect(await sent('/_astro/long.css', 'identity')).toEqual([null, 'Accept-Encoding']);
    expect(await sent('/pagefind/index/en_long.pf_index', 'gzip')).toEqual([null, null]);
    expect(await (await get('/_astro/long.css')).text()).toBe(long);
  });

  it('sends a folder without its slash to the one with it, keeping the query', async () => {
    const answer = await get('/newsletters/2026-05-08?from=mail');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      308,
      '/newsletters/2026-05-08/?from=mail',
    ]);
  });

  it("answers a missing page with the site's own, and 404", async () => {
    const answer = await get('/no/such/page/');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ]);
    expect(await answer.text()).toBe('<h1>Nothing here</h1>');
  });

  it('answers HEAD like GET without the body', async () => {
    const answer = await get('/', { method: 'HEAD' });
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([
      200,
      String('<h1>Kia ora</h1>'.length),
      '',
    ]);
  });

  it('says 304 to who has the page already', async () => {
    const first = await get('/');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"/);
    const second = await get('/', { headers: { 'If-None-Match': `"other", ${etag}` } });
    expect([second.status, await second.text()]).toEqual([304, '']);
    expect((await get('/', { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
  });

  it('lets files that never change be kept, and everything else be asked for again', async () => {
    const cache = async (path: string) => (await get(path)).headers.get('cache-control');
    expect(await cache('/_astro/page.abc123.css')).toBe('public, max-age=31536000, immutable');
    expect(await cache('/')).toBe('no-cache');
  });

  it.each([
    '/../panui.db',
    '/%2e%2e/panui.db',
    '/..%2fpanui.db',
    '/newsletters/..%2f..%2f..%2fpanui.db',
    '/..%5cpanui.db',
    '/../distant/file.txt',
    '/.secret/key.txt',
    '/linked.txt',
    '//newsletters',
    '/%00',
    '/%ff',
    '/C:/panui.db',
  ])('finds nothing at %s', async (path) => {
    const answer = await getRaw(path);
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).not.toMatch(/people|hidden|outside/);
  });

  it('only reads', async () => {
    const answer = await get('/', { method: 'POST', body: 'x' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it.each(['/', '/no/such/page', '/service.css', '/unsubscribe/unknown'])(
    'puts the security headers on %s',
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('referrer-policy')).toMatch(
        /^(strict-origin-when-cross-origin|no-referrer)$/,
      );
    },
  );

  it('shows a bulletin with its inline style, and never a script', async () => {
    const policy = (await get('/bulletins/2026-05-08/providers.html')).headers.get(
      'content-security-policy',
    );
    expect(policy).toContain("style-src 'unsafe-inline'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script');
  });
});

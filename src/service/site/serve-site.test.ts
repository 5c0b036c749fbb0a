import { openStore } from '../../delivery/store/open-store.ts';
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { replaceFolder } from '../../disk/replace-folder.ts';
import type { Store } from '../../delivery/store/store.ts';
import { createService } from '../service.ts';
import { storeHere } from '../store/service-store.ts';
import { listen, type Listening } from '../http/listen.ts';

const long = 'p { margin: 0 }\n'.repeat(100);

const large = '0123456789'.repeat(150_000);

let service: Listening;
let store: Store;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panui-'));
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
    'dist/files/large.bin': large,
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
  store = openStore({ data: folder.concat('/data') });
  service = await listen(createService({ out, store: storeHere(store), now: () => new Date() }), 0);
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
    expect(await sent('/_astro/long.css', 'gzip, br;q=0.5')).toEqual(['br', 'Accept-Encoding']);
    expect(await sent('/_astro/long.css', 'gzip, br;q=0')).toEqual(['gzip', 'Accept-Encoding']);
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
    const modified = first.headers.get('last-modified') ?? '';
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    const answer = async (headers: Record<string, string>) => {
      const { status, headers: given } = await get('/', { headers });
      if (status === 304) expect(given.get('etag')).toBe(etag);
      return status;
    };
    const second = await get('/', { headers: { 'If-None-Match': `"other", W/${etag}` } });
    expect([second.status, await second.text()]).toEqual([304, '']);
    const later = new Date(Date.now() + 60_000).toUTCString();
    const earlier = new Date(Date.parse(modified) - 1000).toUTCString();
    expect(await answer({ 'If-None-Match': '*' })).toBe(304);
    expect(await answer({ 'If-None-Match': '"other"' })).toBe(200);
    expect(await answer({ 'If-Modified-Since': modified })).toBe(304);
    expect(await answer({ 'If-Modified-Since': later })).toBe(304);
    expect(await answer({ 'If-Modified-Since': earlier })).toBe(200);
    expect(await answer({ 'If-Modified-Since': 'yesterday' })).toBe(200);
    // The tag knows better than the date.
    expect(await answer({ 'If-None-Match': '"other"', 'If-Modified-Since': later })).toBe(200);
  });

  it('sends the part that is asked for, of pages in memory and of large files', async () => {
    for (const [path, text] of [
      ['/_astro/long.css', long],
      ['/files/large.bin', large],
    ] as const) {
      const part = async (range: string, more: Record<string, string> = {}) => {
        const answer = await get(path, { headers: { Range: range, ...more } });
        return [answer.status, answer.headers.get('content-range'), await answer.text()];
      };
      const size = text.length;
      const whole = [200, null, text];
      const first = [206, `bytes 0-4/${size}`, text.slice(0, 5)];
      expect(await part('bytes=0-4')).toEqual(first);
      expect(await part('bytes=-3')).toEqual([
        206,
        `bytes ${size - 3}-${size - 1}/${size}`,
        text.slice(-3),
      ]);
      expect(await part(`bytes=${size - 2}-`)).toEqual([
        206,
        `bytes ${size - 2}-${size - 1}/${size}`,
        text.slice(-2),
      ]);
      expect(await part(`bytes=${size}-`)).toEqual([
        416,
        `bytes */${size}`,
        'The file has no such part.\n',
      ]);
      for (const other of ['bytes=0-1,3-4', 'bytes=4-0', 'lines=1-2', 'bytes=-']) {
        expect(await part(other)).toEqual(whole);
      }
      const plain = { 'Accept-Encoding': 'identity' };
      const { headers } = await get(path, { method: 'HEAD', headers: plain });
      expect(headers.get('accept-ranges')).toBe('bytes');
      const [etag, modified] = [headers.get('etag') ?? '', headers.get('last-modified') ?? ''];
      expect(await part('bytes=0-4', { 'If-Range': etag })).toEqual(first);
      expect(await part('bytes=0-4', { 'If-Range': modified })).toEqual(first);
      expect(await part('bytes=0-4', { 'If-Range': '"other"' })).toEqual(whole);
    }
  });

  it('shows the new site as soon as it stands in the place of the old, and never a gap', async () => {
    const site = join(folder, 'swapped');
    const build = (words: string) =>
      replaceFolder(site, 0o755, (fresh) => writeFile(join(fresh, 'index.html'), words));
    await build('before');
    const handle = createService({ out: site, store: storeHere(store), now: () => new Date() });
    const swapped = await listen(handle, 0);
    const seen = new Set<string>();
    let asking = true;
    const asked = (async () => {
      while (asking) seen.add(await (await fetch(swapped.url)).text());
    })();
    for (let at = 0; at < 20; at += 1) await build(`build ${at % 3}`);
    await build('after');
    await vi.waitFor(() => expect(seen).toContain('after'), { timeout: 2000 });
    asking = false;
    await asked;
    await swapped.close();
    for (const words of seen) expect(words).toMatch(/^(before|build \d|after)$/);
  });

  it('says 503 where there is no site yet, and 404 only where a page is not there', async () => {
    const handle = createService({
      out: join(folder, 'not-built'),
      store: storeHere(store),
      now: () => new Date(),
    });
    const empty = await listen(handle, 0);
    const answer = await fetch(empty.url);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    await empty.close();
  });

  it.runIf(process.platform === 'linux')('says 500 and why where the disk fails', async () => {
    const faults: string[] = [];
    // To read this file is an input/output error on every Linux.
    const handle = createService({
      out: '/proc/self',
      store: storeHere(store),
      now: () => new Date(),
      report: ({ message }) => void faults.push(message),
    });
    const failing = await listen(handle, 0);
    const answer = await fetch(`${failing.url}/mem`);
    expect([answer.status, await answer.text()]).toEqual([
      500,
      'Something went wrong here. Please try again in a few minutes.\n',
    ]);
    expect(faults).toEqual(['EIO: i/o error, read']);
    await failing.close();
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
    'http://localhost/%ff',
    'http://localhost/../panui.db',
    'http://[::1/',
    'news',
    '*',
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

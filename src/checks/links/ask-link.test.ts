import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askLink } from './ask-link.ts';
import { askAll } from './check-external-links.ts';
import { readLinkCache, writeLinkCache } from './link-cache.ts';

let server: Server;
let origin: string;
let open = 0;
let most = 0;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    open++;
    most = Math.max(most, open);
    response.on('close', () => open--);
    const to = (status: number, location: string) => response.writeHead(status, { location }).end();
    switch (request.url) {
      case '/moved':
        return to(301, '/there');
      case '/lent':
        return to(302, '/there');
      case '/round':
        return to(302, '/round');
      case '/gone':
        return response.writeHead(410).end();
      case '/no-head':
        return response.writeHead(request.method === 'HEAD' ? 405 : 200).end();
      case '/broken':
        return response.writeHead(503).end();
      case '/slow':
        return setTimeout(() => response.end(), 5000).unref();
      default:
        return setTimeout(() => response.writeHead(200).end('here'), 20);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('asking whether a page is there', () => {
  it.each([
    ['/there', { kind: 'there' }],
    ['/no-head', { kind: 'there' }],
    ['/lent', { kind: 'there' }],
    ['/gone', { kind: 'gone', status: 410 }],
    ['/broken', { kind: 'silent', why: 'it answered 503' }],
    ['/round', { kind: 'silent', why: 'it sent us on more than 5 times' }],
    ['/slow', { kind: 'silent', why: 'it did not answer in 0.3 seconds' }],
  ])('of %s says %o', async (path, answer) => {
    expect(await askLink(origin + path, { timeout: 300 })).toEqual(answer);
  });

  it('says where a page has moved to', async () => {
    expect(await askLink(`${origin}/moved`, { timeout: 300 })).toEqual({
      kind: 'moved',
      to: `${origin}/there`,
    });
  });

  it('says of a site that is not there that it cannot be reached', async () => {
    expect(await askLink('http://127.0.0.1:1/', { timeout: 300 })).toEqual({
      kind: 'silent',
      why: 'it cannot be reached',
    });
  });

  it('asks one site one page at a time, and for no page twice', async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    server.closeAllConnections();
    await new Promise((resolve) => setTimeout(resolve, 50));
    open = 0;
    most = 0;
    asked.length = 0;
    const pages = Array.from({ length: 8 }, (_, index) => `${origin}/page-${index}`);
    const answers = await askAll(pages, { timeout: 1000 });
    expect([...answers.values()]).toEqual(pages.map(() => ({ kind: 'there' })));
    expect(asked).toHaveLength(8);
    expect(most).toBe(1);
  });
});

describe('what is known about links', () => {
  it('is kept, and a file that is not ours is nothing', async () => {
    const data = join(await mkdtemp(join(tmpdir(), 'panui-links-')), 'data');
    expect(await readLinkCache(data)).toEqual(new Map());
    const cache = new Map([['https://www.education.govt.nz/', '2026-05-08T09:00:00.000Z']]);
    await writeLinkCache(data, cache);
    expect(await readLinkCache(data)).toEqual(cache);
  });
});

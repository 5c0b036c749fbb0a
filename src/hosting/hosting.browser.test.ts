import { glob, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../testing/browser.ts';

const folder = inject('siteFolder');
const site = inject('siteUrl');
const files = (await Array.fromAsync(glob('**/*.html', { cwd: folder }))).toSorted();
const paths = files.map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
const hidden = /<meta name="robots" content="noindex"/;
const pages: string[] = [];
/* Addresses that people have kept, which lead on at once. */
const moved: string[] = [];
for (const [at, path] of paths.entries()) {
  if (path.startsWith('/bulletins/')) continue;
  const html = await readFile(join(folder, files[at] ?? ''), 'utf8');
  if (/http-equiv="refresh"/.test(html)) moved.push(path);
  if (!hidden.test(html)) pages.push(path);
}
const get = async (path: string) => (await fetch(site + path)).text();

let browser: Browser;
let host: Server;
let hosted: string;
beforeAll(async () => {
  browser = await launchBrowser();
  const { promise, resolve } = Promise.withResolvers<void>();
  host = createServer(
    (request, response) =>
      void serve(request.url ?? '/').then(([status, headers, body]) =>
        response.writeHead(status, headers).end(body),
      ),
  ).listen(0, '127.0.0.1', resolve);
  await promise;
  const address = host.address();
  hosted = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(async () => {
  host.close();
  await browser.close();
});

const types: Record<string, string> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
};

/** A static host that knows nothing of us but the `_headers` file, and joins values as some hosts do. */
async function serve(address: string): Promise<[number, Record<string, string>, Buffer]> {
  const path = new URL(address, 'http://host.example').pathname;
  const file = path.endsWith('/') ? `${path}index.html` : path;
  const headers: Record<string, string> = {
    'content-type': types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
  };
  for (const block of (await readFile(join(folder, '_headers'), 'utf8')).trim().split('\n\n')) {
    const [rule = '', ...lines] = block.split('\n');
    const isMatch = rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule;
    for (const line of isMatch ? lines : []) {
      const [name = '', ...value] = line.trim().split(': ');
      headers[name] = [headers[name], value.join(': ')].filter(Boolean).join(', ');
    }
  }
  const body = await readFile(join(folder, file)).catch(() => undefined);
  // A host serves a site that was built for its own address, and pictures in bulletins say it whole.
  if (body && file.startsWith('/bulletins/')) {
    return [200, headers, Buffer.from(body.toString().replaceAll(site, hosted))];
  }
  if (body) return [200, headers, body];
  const missing = await readFile(join(folder, '404.html'));
  return [404, { ...headers, 'content-type': 'text/html' }, missing];
}

/** What a page does that its policy forbids. */
async function violations(origin: string, list: readonly string[]): Promise<string[]> {
  const context = await browser.newContext();
  const found: string[] = [];
  await context.exposeFunction('report', (words: string) => found.push(words));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'report');
      if (typeof report === 'function')
        report(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  const page = await context.newPage();
  for (const path of list) await page.goto(origin + path);
  await context.close();
  return found;
}

describe('the policy of every page', () => {
  const stay = paths.filter((path) => !moved.includes(path));

  it('forbids nothing that a page does, sent by our own server', async () => {
    expect(await violations(site, stay)).toEqual([]);
  });

  it('forbids nothing that a page does, sent by a static host', async () => {
    expect(await violations(hosted, stay)).toEqual([]);
  });

  it('stands in the page too, for hosts that send no headers', async () => {
    for (const path of [...pages, '/404.html']) {
      expect(await get(path), path).toMatch(
        /^<!DOCTYPE html><html[^>]*><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'self'/,
      );
    }
  });

  it('stops a script and a style that are slipped into a page', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${hosted}/no/such/page/`);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.slipped = true';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<p style="color: rgb(1, 2, 3)">Slipped</p>');
      const colour = getComputedStyle(document.body.lastElementChild ?? document.body).color;
      return { script: Reflect.get(window, 'slipped'), style: colour === 'rgb(1, 2, 3)' };
    });
    expect(ran).toEqual({ script: undefined, style: false });
    await context.close();
  });

  it('lets the search work on a static host', async () => {
    const page = await browser.newPage();
    await page.goto(`${hosted}/search/?q=invoice`);
    await page.locator('#search-results li').first().waitFor();
    await page.close();
  });
});

describe('the sitemap', () => {
  it('has every page that readers are meant to find, at its canonical address', async () => {
    const { urlset } = new XMLParser().parse(await get('/sitemap.xml'));
    const listed = urlset.url.map(({ loc }: { loc: string }) => loc);
    expect(listed).toEqual(pages.map((path) => site + path));
    for (const path of pages) {
      const canonical = [...(await get(path)).matchAll(/<link rel="canonical" href="([^"]*)"/g)];
      expect(
        canonical.map(([, href]) => href),
        path,
      ).toEqual([site + path]);
    }
  });

  it('leaves out only the page for what is not there, the authors’ guide, guidance that no longer holds, and what moved', () => {
    const left = paths.filter((path) => !path.startsWith('/bulletins/') && !pages.includes(path));
    const meant = /^\/(?:help\/.*|guidance\/[^/]+\/\d{4}-\d\d-\d\d\/)$/;
    expect(left.filter((path) => !meant.test(path))).toEqual(['/404.html', ...moved]);
    expect(moved).toContain('/events/');
  });

  it('is named by robots.txt', async () => {
    expect(await get('/robots.txt')).toContain(`Sitemap: ${site}/sitemap.xml\n`);
  });
});

describe('every page', () => {
  it('has a share image of its own that is there', async () => {
    const images = new Set<string>();
    for (const path of pages) {
      const html = await get(path);
      const of = (property: string) =>
        new RegExp(`<meta property="${property}" content="([^"]*)"`).exec(html)?.[1] ?? '';
      const image = await fetch(of('og:image'));
      expect([path, image.status, image.headers.get('content-type')]).toEqual([
        path,
        200,
        'image/png',
      ]);
      const png = Buffer.from(await image.arrayBuffer());
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
      expect([of('og:image:width'), of('og:image:height')]).toEqual(['1200', '630']);
      expect(of('og:url')).toBe(site + path);
      expect(html).toContain('<meta name="twitter:card" content="summary_large_image">');
      images.add(of('og:image'));
    }
    expect(images.size).toBe(pages.length);
    const page = await browser.newPage();
    await page.goto([...images][0] ?? '');
    const size = () => [document.images[0]?.naturalWidth, document.images[0]?.naturalHeight];
    expect(await page.evaluate(size)).toEqual([1200, 630]);
    await page.close();
  });
});

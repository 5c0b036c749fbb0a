import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { describe, expect, inject, it } from 'vitest';
import { readAtom, readJsonFeed } from '../testing/content/read-feed.ts';
import { feedList } from './feed-list.ts';

const site = inject('siteUrl');
const folder = inject('siteFolder');
const get = async (path: string) => {
  const answer = await fetch(site + path);
  return {
    type: answer.headers.get('content-type'),
    cors: answer.headers.get('access-control-allow-origin'),
    status: answer.status,
    text: await answer.text(),
  };
};

/** The anchors of a page of the built site; undefined where there is no such page. */
const anchors = new Map<string, Promise<Set<string> | undefined>>();
function anchorsOf(path: string): Promise<Set<string> | undefined> {
  const reading =
    anchors.get(path) ??
    get(path).then(({ status, text }) =>
      status === 200
        ? new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id))
        : undefined,
    );
  anchors.set(path, reading);
  return reading;
}

/** Links into the site that lead nowhere. */
async function brokenLinks(html: string): Promise<string[]> {
  const broken: string[] = [];
  for (const [, to = ''] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
    if (!to.startsWith(site)) {
      if (!/^(https:\/\/|mailto:|tel:)/.test(to)) broken.push(to);
      continue;
    }
    const { pathname, hash } = new URL(to);
    const ids = await anchorsOf(pathname);
    if (!ids || (hash && !ids.has(hash.slice(1)))) broken.push(to);
  }
  return broken;
}

describe.each(feedList())('the feed of $name', ({ atom, json }) => {
  it('is valid Atom and valid JSON Feed, and both say the same', async () => {
    const [xml, text] = [await get(atom), await get(json)];
    expect([xml.type, text.type]).toEqual([
      'application/atom+xml; charset=utf-8',
      'application/feed+json; charset=utf-8',
    ]);
    expect([xml.cors, text.cors]).toEqual(['*', '*']);
    const read = readAtom(xml.text);
    const { items, feed_url: url } = readJsonFeed(text.text);
    expect(url).toBe(site + json);
    expect(read.link.map((link) => link['@href'])).toContain(site + atom);
    expect(items.length).toBeGreaterThan(0);
    expect(read.entry.map((entry) => [entry.id, entry.updated, entry.content['#text']])).toEqual(
      items.map((item) => [item.id, item.date_modified, item.content_html]),
    );
  });

  it('leads only to places that are there', async () => {
    for (const { content_html: html, url } of readJsonFeed((await get(json)).text).items) {
      expect(await brokenLinks(`${html}<a href="${url}">`)).toEqual([]);
    }
  });
});

describe('calendar files', () => {
  it('are read by an independent parser, and lead to places that are there', async () => {
    const files = await Array.fromAsync(glob('calendar/**/*.ics', { cwd: folder }));
    expect(files.length).toBeGreaterThan(6);
    for (const file of files) {
      const { type, text } = await get(`/${file}`);
      expect([file, type]).toEqual([file, 'text/calendar; charset=utf-8']);
      const entries = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
      expect(entries.length).toBeGreaterThan(0);
      for (const entry of entries) {
        expect(await brokenLinks(` href="${String(entry.getFirstPropertyValue('url'))}"`)).toEqual(
          [],
        );
      }
    }
  });

  it('are where the pages, the bulletins and their text parts say', async () => {
    const linked = new Set<string>();
    for await (const file of glob('{newsletters,bulletins,feeds,events}/**/*.{html,txt}', {
      cwd: folder,
    })) {
      const text = await readFile(join(folder, file), 'utf8');
      for (const [address] of text.matchAll(/\/calendar\/[\w/-]+\.ics/g)) linked.add(address);
    }
    expect(linked.size).toBeGreaterThan(6);
    for (const address of linked)
      expect([address, (await get(address)).status]).toEqual([address, 200]);
    const built = await Array.fromAsync(glob('calendar/**/*.ics', { cwd: folder }));
    expect(built.map((file) => `/${file}`).toSorted()).toEqual([...linked].toSorted());
  });
});

describe('every page', () => {
  it('names the feeds and calendars that go with it, which are there', async () => {
    const files = await Array.fromAsync(glob('**/index.html', { cwd: folder }));
    const offered = new Set<string>();
    for (const file of files) {
      const html = await readFile(join(folder, file), 'utf8');
      if (html.includes('<meta name="robots" content="noindex"')) continue;
      const links = [
        ...html.matchAll(/<link rel="alternate" type="([^"]*)" title="[^"]+" href="([^"]*)"/g),
      ];
      expect(links.length, file).toBeGreaterThanOrEqual(4);
      for (const [, type, href = ''] of links) offered.add(`${href} ${type}`);
    }
    for (const offer of offered) {
      const [href = '', type = ''] = offer.split(' ');
      expect((await get(href)).type).toContain(type);
    }
  });

  it('leads to the page of feeds and calendars', async () => {
    for (const file of await Array.fromAsync(glob('**/index.html', { cwd: folder }))) {
      expect(await readFile(join(folder, file), 'utf8'), file).toContain('href="/feeds/"');
    }
    const page = (await get('/feeds/')).text;
    for (const { atom, json } of feedList()) {
      expect(page).toContain(`href="${atom}"`);
      expect(page).toContain(`href="${json}"`);
    }
    expect(page).toContain(`href="${site.replace('http:', 'webcal:')}/calendar/schools.ics"`);
  });
});

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { elementsOf, parseHtml, readHtml } from '../src/checks/parity/read-html.ts';
import { listBulletins } from '../src/delivery/bulletins/list-bulletins.ts';
import { loadSamples } from '../src/delivery/lists/load-samples.ts';
import { readBulletin } from '../src/delivery/bulletins/read-bulletin.ts';
import { sendToOutbox } from '../src/delivery/outbox/send-to-outbox.ts';
import { openStore } from '../src/delivery/store/open-store.ts';
import type { Store } from '../src/delivery/store/store.ts';
import { createService } from '../src/service/service.ts';
import { storeHere } from '../src/service/store/service-store.ts';
import { listen } from '../src/service/http/listen.ts';

/* What somebody on a sample list gets: the files of the outbox, opened by a parser that is not ours. */

const out = inject('siteFolder');
const site = inject('siteUrl');
const now = () => new Date('2026-05-08T09:00:00+12:00');
const built = await listBulletins(out);
let data: string;
let store: Store;
let service: Awaited<ReturnType<typeof listen>>;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'panui-recipient-'));
  store = openStore({ data });
  await loadSamples(store, 'scripts/sample-lists', now());
  // The lists of this service have the recipients, so that their way off leads somewhere.
  service = await listen(createService({ out, store: storeHere(store), now }), 0);
});
afterAll(async () => {
  await service.close();
  store.close();
  await rm(data, { recursive: true });
});

async function messagesOf(edition: string, audience: (typeof built)[number]['audience']) {
  const bulletin = await readBulletin(out, edition, audience);
  const settings = { data, siteUrl: service.url, now: now() };
  const { folder } = await sendToOutbox(store, bulletin, settings);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  return Promise.all(
    files.map(async (file) => PostalMime.parse(await readFile(join(folder, file)))),
  );
}

const addressesIn = ({ html = '', text = '' }: Email) => ({
  inHtml: [...html.matchAll(/href="([^"]*)"/g)].map(([, to = '']) => to.replaceAll('&amp;', '&')),
  inText: [...(text.match(/https?:\/\/\S+/g) ?? [])],
});

const pages = new Map<string, Promise<{ status: number; html: string }>>();
const open = (address: string) => {
  const [page = ''] = address.split('#');
  const opened =
    pages.get(page) ??
    fetch(page).then(async (answer) => ({ status: answer.status, html: await answer.text() }));
  pages.set(page, opened);
  return opened;
};

/** Why an address leads nowhere, if it does. Other people's sites are not asked. */
async function deadEnd(address: string): Promise<string | undefined> {
  if (/^mailto:[^\s@]+@[^\s@]+\.[a-z]+$/.test(address)) return undefined;
  if (/^tel:\+?\d{7,}$/.test(address)) return undefined;
  const { origin, protocol, hash } = new URL(address);
  if (origin !== site && origin !== service.url) {
    return protocol === 'https:' ? undefined : `${address} is not https`;
  }
  const { status, html } = await open(address);
  if (status !== 200) return `${address}: ${status}`;
  if (hash === '') return undefined;
  const anchor = elementsOf(parseHtml(html)).find(
    ({ properties }) => `#${String(properties['id'])}` === hash,
  );
  return anchor ? undefined : `${address}: no such anchor`;
}

describe.each(built)('$edition for $audience, as each of its recipients gets it', (one) => {
  it('has no link, in either part, that leads nowhere, and the same ones in both', async () => {
    const messages = await messagesOf(one.edition, one.audience);
    expect(messages.length).toBeGreaterThanOrEqual(10);
    for (const message of messages) {
      const { inHtml, inText } = addressesIn(message);
      const deadEnds = await Promise.all([...new Set([...inHtml, ...inText])].map(deadEnd));
      expect(deadEnds.filter((reason) => reason !== undefined)).toEqual([]);
      expect(inText.filter((to) => !inHtml.includes(to))).toEqual([]);
      // Plain text needs no link about itself, nor one for what it says in full.
      const about = new RegExp(`^(?:mailto:|tel:|${site}[^#]*/${one.edition}/${one.audience}/#)`);
      expect(inHtml.filter((to) => !about.test(to) && !inText.includes(to))).toEqual([]);
      // A way off the list of one's own, the same in the header as in both parts.
      const header = message.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
      const [, wayOff = ''] = /<(https?:[^>]*)>/.exec(header) ?? [];
      expect(inText).toContain(wayOff);
    }
    expect(new Set(messages.map((message) => message.to?.[0]?.address)).size).toBe(messages.length);
  });

  it('reads in plain text from top to bottom: headings in order, short lines, no markup', async () => {
    const [message] = await messagesOf(one.edition, one.audience);
    const text = message?.text ?? '';
    const lines = text.split(/\r?\n/);
    const long = lines.filter((line) => line.length > 72 && !/^ *https?:\S+$/.test(line));
    expect(long).toEqual([]);
    expect(text).not.toMatch(/<\/?[a-z]|&[a-z#\d]+;|undefined|null|\*\*|\{\{|\n{5}/);
    const tree = parseHtml(message?.html ?? '');
    const headed = lines.filter(
      (line, at) => /\p{L}/u.test(line) && lines[at - 1] === '' && lines[at - 2] === '',
    );
    const { headings } = readHtml(tree, { url: site });
    expect(headed.length).toBe(headings.length);
    // The title and those of items stand out from the headings within an item.
    const capitals = headed.filter((line) => line === line.toUpperCase());
    expect(capitals.length).toBe((message?.html ?? '').match(/<h[12]\b/g)?.length);
    expect(lines.findIndex((line) => line.startsWith('Stop getting these emails'))).toBeGreaterThan(
      lines.length - 25,
    );
  });
});

import { openTestStore } from '../../testing/postgres/open-test-store.ts';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { emptyFolder, frozenDispatch } from '../../testing/sending/test-run.ts';
import { exampleBulletin } from '../../testing/sending/example-bulletin.ts';
import { publication, usePublication } from '../../publication/site.ts';
import { findDispatch } from './dispatch.ts';
import type { Store } from '../store/store.ts';
import { listWords } from '../messages/message-headers.ts';
import { chunkBody, chunkSize, idempotencyKey, messageTo } from './chunk-body.ts';

let store: Store;
beforeEach(() => {
  store = openTestStore(emptyFolder());
});
afterEach(() => store.close());

const now = new Date('2026-05-08T09:00:00+12:00');
const siteUrl = 'https://news.example';
const words = listWords('providers');

const token = (position: number) =>
  store.rows(z.object({ token: z.string() }), 'SELECT token FROM deliveries ORDER BY position')[
    position - 1
  ]?.token ?? '';

describe('chunkBody', () => {
  it('is byte for byte what JSON.stringify makes of the messages, and so is its hash', async () => {
    const dispatch = await frozenDispatch(store, 5, now);
    const { pieces, size, positions, hash } = chunkBody(store, dispatch, { first: 2, last: 4 });
    const messages = [2, 3, 4].map((position) =>
      messageTo(dispatch, {
        address: `p${position}@kura.example`,
        token: token(position),
        delivery: `${dispatch.id}-${position}`,
      }),
    );
    const json = JSON.stringify(messages);
    expect([...pieces].join('')).toBe(json);
    expect(Buffer.byteLength(json)).toBe(size);
    expect(positions).toEqual([2, 3, 4]);
    expect(hash).toBe(createHash('sha256').update(json).digest('hex'));
  });

  it('gives every message one recipient, both ways to leave, and tags that lead back', async () => {
    const dispatch = await frozenDispatch(store, 2, now);
    const { pieces } = chunkBody(store, dispatch, { first: 1, last: 2 });
    const [first] = z
      .array(z.record(z.string(), z.unknown()))
      .parse(JSON.parse([...pieces].join('')));
    const url = `${siteUrl}/unsubscribe/${token(1)}`;
    expect(first).toMatchObject({
      from: 'Attendance Service <news@attendance-updates.example>',
      to: ['p1@kura.example'],
      headers: {
        'List-Unsubscribe': `<${url}>, <mailto:unsubscribe@attendance-updates.example?subject=${token(1)}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
      tags: [
        { name: 'edition', value: '2026-05-08' },
        { name: 'audience', value: 'providers' },
        { name: 'delivery', value: `${dispatch.id}-1` },
      ],
    });
    expect(first?.['html']).toContain(url);
    expect(first?.['text']).toContain(url);
    expect(JSON.stringify(first)).not.toContain('{{');
  });
});

describe('what a message says of its list', () => {
  const before = publication();
  afterEach(() => usePublication(before));

  it('is what was frozen, whatever becomes of the publication meanwhile', async () => {
    const dispatch = await frozenDispatch(store, 3, now);
    const span = { first: 1, last: 3 };
    const { hash } = chunkBody(store, dispatch, span);
    const { newsletter, sender, audiences } = before;
    usePublication({
      ...before,
      newsletter: `${newsletter} anew`,
      sender: { ...sender, unsubscribeAddress: 'leave@elsewhere.example' },
      audiences: audiences.map((one) => ({ ...one, name: `${one.name} of Aotearoa` })),
    });
    const again = findDispatch(store, dispatch.edition, dispatch.audience);
    if (!again) throw new Error('the dispatch is gone');
    expect(chunkBody(store, again, span).hash).toBe(hash);
    expect(again.words).toEqual(dispatch.words);
    expect(listWords('providers')).not.toEqual(dispatch.words);
    const change = `UPDATE dispatches SET list_name = 'Another'`;
    expect(() => store.change(change)).toThrow('a frozen dispatch does not change');
  });
});

describe('chunkSize', () => {
  it('is a hundred, or fewer where a hundred would be more than 5 MB', () => {
    const source = { id: 1, bulletin: exampleBulletin(), siteUrl, words };
    expect(chunkSize(source, 254)).toBe(100);
    const html = `${'ā'.repeat(40_000)}{{UNSUBSCRIBE_URL}}`;
    expect(chunkSize({ ...source, bulletin: exampleBulletin({ html }) }, 30)).toBe(61);
  });
});

describe('idempotencyKey', () => {
  it('names site, edition, audience, chunk and bytes, within 256 characters', () => {
    const source = { id: 1, bulletin: exampleBulletin(), siteUrl, words };
    const key = idempotencyKey(source, 12, 'ab'.repeat(32));
    expect(key).toBe('panui/news.example/2026-05-08-providers/12/abababababababab');
  });
});

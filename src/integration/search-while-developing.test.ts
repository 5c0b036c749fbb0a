import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import type { Content } from '../content/content.ts';
import { readContent } from '../content/reading/read-content.ts';
import { writeContent } from '../testing/content/write-content.ts';
import { searchWhileDeveloping } from './search-while-developing.ts';

let server: Server | undefined;
afterEach(() => {
  vi.unstubAllEnvs();
  server?.close();
});

it('writes the index again after it could not, for the same content and for what is saved next', async () => {
  const folder = await writeContent();
  let content: Content = await readContent(folder);
  const search = searchWhileDeveloping({
    content: async () => content,
    text: () => [],
  });
  server = createServer((request, response) => {
    search
      .answer(request, response, () => response.writeHead(404).end())
      .catch(() => response.writeHead(500).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const status = async (path = 'pagefind.js') =>
    (await fetch(`http://127.0.0.1:${port}/${path}`)).status;

  const room = tmpdir();
  const noRoom = () => vi.stubEnv('TMPDIR', join(room, 'panui-there-is-no-such-folder'));
  noRoom();
  expect(await status()).toBe(500);
  vi.stubEnv('TMPDIR', room);
  expect(await status()).toBe(200);
  expect(await status('no-such-file.js')).toBe(404);

  noRoom();
  content = await readContent(folder);
  // Both wait for one index that cannot be written, and the next save for that of another.
  expect(await Promise.all([status(), status()])).toEqual([500, 500]);
  content = await readContent(folder);
  expect(await status()).toBe(500);
  vi.stubEnv('TMPDIR', room);
  expect(await status()).toBe(200);
  await search.end();
});

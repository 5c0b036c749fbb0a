import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { approve } from '../../src/delivery/approval/approval.ts';
import { handOverDispatch } from '../../src/delivery/dispatch/hand-over.ts';
import { findDispatch } from '../../src/delivery/ledger/dispatch.ts';
import { openStore } from '../../src/delivery/store/open-store.ts';
import { resendTransport } from '../../src/delivery/transports/resend.ts';
import {
  exampleBulletin,
  writeExampleBulletin,
} from '../../src/testing/sending/example-bulletin.ts';
import { fakeProvider } from '../../src/testing/sending/fake-provider.ts';
import { serveFakeProvider } from '../../src/testing/sending/fake-server.ts';
import {
  addPeople,
  emptyFolder,
  testClock,
  testOrder,
} from '../../src/testing/sending/test-run.ts';
import { startCarrier } from './start-carrier.ts';

afterEach(() => vi.unstubAllEnvs());

it('sends what was handed over in a process of its own, and ends when nothing is left', async () => {
  const folder = emptyFolder();
  const [data, out] = [join(folder, 'data'), join(folder, 'dist')];
  const provider = fakeProvider({ now: Date.now });
  const server = await serveFakeProvider(provider);
  const store = openStore({ data });
  const bulletin = exampleBulletin();
  await writeExampleBulletin(out, bulletin);
  addPeople(store, 3);
  approve(store, bulletin, 'Comms Lead', new Date());
  await handOverDispatch({
    ...testOrder(store, data, 3, testClock()),
    transport: resendTransport('re_test', server.url),
    now: () => new Date(),
    anyTime: true,
  });
  expect(provider.taken).toEqual([]);
  vi.stubEnv('PANUI_DATA', data);
  vi.stubEnv('PANUI_OUT', out);
  vi.stubEnv('RESEND_API_KEY', 're_test');
  vi.stubEnv('RESEND_BASE_URL', server.url);
  const pid = startCarrier({ data }) ?? 0;
  await vi.waitFor(
    () => expect(findDispatch(store, '2026-05-08', 'providers')?.status).toBe('done'),
    { timeout: 20_000, interval: 200 },
  );
  expect(provider.taken).toHaveLength(3);
  while (isThere(pid)) await wait(200);
  expect(await readFile(join(data, 'desk', 'carrier.log'), 'utf8')).toMatch(
    /2026-05-08 for providers: done\. 3 accepted\./,
  );
  store.close();
  await server.close();
}, 40_000);

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

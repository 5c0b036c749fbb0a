import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../delivery/bulletins/record-folder.ts';
import { sourceSumsFile } from '../../delivery/bulletins/read-sources.ts';
import { carryScheduled } from '../../delivery/dispatch/carry-scheduled.ts';
import { isAnythingCarried } from '../../delivery/ledger/sign-of-life.ts';
import { standardLimits } from '../../delivery/ledger/limits.ts';
import { builtHash } from '../../delivery/orders/built-hash.ts';
import { resendTransport } from '../../delivery/transports/resend.ts';
import type { Store } from '../../delivery/store/store.ts';
import { useStore } from '../../delivery/store/use-store.ts';
import { deskOf, type TestDesk } from '../content/desk-of.ts';
import { edition, type Files } from '../content/write-content.ts';
import { exampleBulletin, writeExampleBulletin } from '../sending/example-bulletin.ts';
import { addPeople, testClock } from '../sending/test-run.ts';
import type { BulletinWords } from '../../schemas/bulletin.ts';

/** A desk with one edition of which a bulletin is built, and people on its list. */
export interface MailDesk extends TestDesk {
  /** Builds its bulletin anew, with some words changed. */
  build: (changes?: Partial<BulletinWords>) => Promise<string>;
  /** How often the process was started that carries what the desk hands over. */
  started: () => number;
  /** Does what that process does, until nothing is left to carry. */
  carry: () => Promise<void>;
  clock: ReturnType<typeof testClock>;
  /** Lets the test look into the store. */
  look: <Result>(work: (store: Store) => Result | Promise<Result>) => Promise<Result>;
}

export const editionPath = 'newsletters/2026-05-08.mdx';

/** @param now a moment in the sending hours of a working day, unless a test wants another */
export async function mailDesk({
  people = 3,
  files = {},
  now = '2026-05-08T10:00:00+12:00',
}: {
  people?: number;
  files?: Files;
  now?: string;
} = {}): Promise<MailDesk> {
  const at = await deskOf({ [editionPath]: edition('Kia ora.'), ...files }, now, {
    PANUI_SITE_URL: 'https://news.example',
  });
  const build = async (changes: Partial<BulletinWords> = {}) => {
    const bulletin = exampleBulletin(changes);
    await writeExampleBulletin(at.out, bulletin);
    const sum = sha256(await readFile(join(at.folder, editionPath)));
    await writeFile(sourceSumsFile(at.out, '2026-05-08'), JSON.stringify({ [editionPath]: sum }));
    return bulletin.hash;
  };
  await build();
  const look = <Result>(work: (store: Store) => Result | Promise<Result>) =>
    useStore({ data: at.data }, work);
  await look((store) => addPeople(store, people));
  const clock = testClock(new Date(now).toISOString());
  const transport = resendTransport('re_test', 'https://provider.example');
  let started = 0;
  at.desk.post = {
    closed: () => undefined,
    transport: () => Promise.resolve(transport),
    now: clock.now,
    startCarrier: () => {
      started += 1;
    },
  };
  const carry = () =>
    look(async (store) => {
      const stop = new AbortController();
      await carryScheduled({
        ...at.desk.settings(),
        store,
        transport,
        workers: 2,
        limits: standardLimits,
        signal: stop.signal,
        now: clock.now,
        sleep: async (milliseconds) => {
          await clock.sleep(milliseconds);
          if (!isAnythingCarried(store)) stop.abort();
        },
        random: () => 0.5,
        builtHash: ({ edition: id, audience }) => builtHash(at.out, id, audience),
        onTake: () => undefined,
        onStop: () => undefined,
        onFault: (_, error) => {
          throw error;
        },
      });
    });
  return { ...at, build, look, clock, carry, started: () => started };
}

/** What a page says, without its tags. */
export const wordsOf = async (answer: Response | Promise<Response>): Promise<string> =>
  (await (await answer).text())
    .replace(/^[\s\S]*<main/, '<main')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

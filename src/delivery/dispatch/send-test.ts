import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../disk/make-folder.ts';
import { BadInput } from '../../problems/problem.ts';
import type { Bulletin } from '../../schemas/bulletin.ts';
import { normaliseAddress } from '../list-files/address.ts';
import { composeMessage, opaqueId } from '../messages/compose-message.ts';
import { listWords } from '../messages/message-headers.ts';
import { messageTo } from '../ledger/chunk-body.ts';
import { describeAnswer } from '../transports/classify.ts';
import type { Transport } from '../transports/transport.ts';

/** Leads to nobody's subscription, so that trying the link in a test takes nobody off a list. */
const nobodysToken = 'test-message-no-person';

/** What happened to a test message. */
export interface TestReport {
  subject: string;
  /** Where it lies, in the outbox. */
  file?: string;
  /** What the provider calls it. */
  emailId?: string;
}

/** @throws {BadInput} when the text is no email address; it is not repeated in the message */
export function testAddress(text: string): string {
  const parsed = normaliseAddress(text);
  if (parsed.ok) return parsed.address;
  const remedy = 'Correct the address after --to.';
  throw new BadInput([
    { file: 'the address', expected: 'one email address', found: parsed.reason, remedy },
  ]);
}

/** The bulletin as a test: its subject says so. */
export const asTest = (bulletin: Bulletin): Bulletin => ({
  ...bulletin,
  subject: `[TEST] ${bulletin.subject}`,
});

/** Writes one message, marked as a test, into the outbox. No record of real sending is touched. */
export async function testToOutbox(
  bulletin: Bulletin,
  address: string,
  { data, siteUrl, now }: { data: string; siteUrl: string; now: Date },
): Promise<TestReport> {
  const test = asTest(bulletin);
  const person = { name: '', address, token: nobodysToken };
  const message = await composeMessage(test, person, { siteUrl, now });
  const folder = join(data, 'outbox', 'tests');
  makeFolder(folder, { expected: 'a folder for the message', setting: 'PANUI_DATA' });
  const name = `${test.edition}-${test.audience}-${opaqueId(address).slice(0, 8)}.eml`;
  const file = join(folder, name);
  await writeFile(`${file}.part`, message);
  await rename(`${file}.part`, file);
  return { subject: test.subject, file };
}

/**
 * Sends one message, marked as a test, through the provider. No record of real sending is touched.
 * @throws {BadInput} with the provider's words when it does not take it
 */
export async function testViaProvider(
  bulletin: Bulletin,
  address: string,
  { transport, siteUrl }: { transport: Transport; siteUrl: string },
): Promise<TestReport> {
  const test = asTest(bulletin);
  const person = { address, token: nobodysToken, delivery: 'test' };
  const message = messageTo({ bulletin: test, siteUrl, words: listWords(test.audience) }, person);
  const headers = { ...message.headers, 'Auto-Submitted': 'auto-generated' };
  const signal = AbortSignal.timeout(60_000);
  const key = `panui/test/${randomUUID()}`;
  const answer = await transport.sendOne({ ...message, headers }, key, signal);
  const id: unknown = Object(answer.data)['id'];
  if (typeof id === 'string' && id !== '') return { subject: test.subject, emailId: id };
  const remedy = 'Mend that, then run the same command again. Look into the inbox first.';
  throw new BadInput([
    {
      file: 'the provider',
      expected: 'that it takes the message',
      found: describeAnswer(answer),
      remedy,
    },
  ]);
}

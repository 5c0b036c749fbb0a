import { join } from 'node:path';
import { makeFolder } from '../../disk/make-folder.ts';
import { writeWhole } from '../../disk/write-whole.ts';
import { block, learnPace, takeSlot } from '../ledger/pace.ts';
import { opaqueId } from '../messages/compose-message.ts';
import type { Store } from '../store/store.ts';
import { classify } from '../transports/classify.ts';
import type { Transport } from '../transports/transport.ts';
import { claimMail, dropExpired, mailDone, mailLater, type DueMail } from './due-mails.ts';
import { signUpFile, signUpMail } from './sign-up-mail.ts';

export interface MailOrder {
  store: Store;
  /** The provider; left out, mails are written into the outbox of `data`. */
  transport?: Transport | undefined;
  data: string;
  /** The origin of the service that links lead to. */
  origin: string;
  now: () => Date;
}

/** What came of one mail: it left (or never will), or how long to wait until the next, in milliseconds. */
export type MailStep =
  | { kind: 'done' }
  | { kind: 'dropped'; detail: string }
  | { kind: 'wait'; milliseconds: number; detail?: string };

/** How often it is looked whether a mail is due, in milliseconds. */
const lookEvery = 2000;

/** How often what is of no use any more is deleted, in milliseconds. */
const dropEvery = 10 * 60_000;

/**
 * Sends the next mail to somebody who asked to sign up. Whoever is killed in between is followed by another with
 * the same mail under the same key of idempotency, so that it arrives once. Mails share the pace of dispatches.
 */
export async function mailNext(order: MailOrder): Promise<MailStep> {
  const { store, transport, data, origin, now } = order;
  const moment = now();
  const slot = () => (transport ? takeSlot(store, moment.getTime()) : 0);
  const claim = claimMail(store, moment, slot);
  if (claim.kind === 'nothing') return { kind: 'wait', milliseconds: lookEvery };
  if (claim.kind === 'wait') return claim;
  const { mail } = claim;
  if (!transport) {
    await writeIntoOutbox(mail, data, origin, moment);
    mailDone(store, mail.key, now());
    return { kind: 'done' };
  }
  const message = signUpMail(mail, origin);
  const key = `panui/sign-up/${mail.key}`;
  const answer = await transport.sendOne(message, key, AbortSignal.timeout(60_000));
  const outcome = classify({ ...answer, data: { data: [answer.data] } }, 1);
  return store.transaction(() => {
    const at = now();
    learnPace(store, answer.headers, { at: moment.getTime(), back: at.getTime() });
    const later = (milliseconds: number): MailStep => {
      mailLater(store, mail.key, at, milliseconds);
      return {
        kind: 'wait',
        milliseconds: 1000,
        detail: 'detail' in outcome ? outcome.detail : '',
      };
    };
    switch (outcome.kind) {
      case 'accepted':
      // Something was sent under this key, which is more than nothing; a second one might be the second.
      case 'foreign-key':
        mailDone(store, mail.key, at);
        return { kind: 'done' };
      case 'refused':
        mailDone(store, mail.key, at);
        return { kind: 'dropped', detail: outcome.detail };
      case 'wait':
        if (outcome.everybody) block(store, at.getTime(), outcome.after);
        return later(outcome.after);
      case 'unknown':
        return later(60_000);
      case 'quota':
      case 'stop':
        return later(10 * 60_000);
    }
  });
}

async function writeIntoOutbox(mail: DueMail, data: string, origin: string, now: Date) {
  const folder = join(data, 'outbox', 'sign-up');
  makeFolder(folder, { expected: 'a folder for mails to confirm', setting: 'PANUI_DATA' });
  await writeWhole(
    join(folder, `${opaqueId(mail.key)}.eml`),
    (await signUpFile(mail, origin, now)).toString(),
    0o600,
  );
}

/**
 * Sends mails to who signs up until `signal` says to stop, and tells what goes wrong, each thing once.
 * @param say writes a line to the log
 */
export async function mailSignUps(
  order: MailOrder & {
    signal: AbortSignal;
    sleep: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
    say: (line: string) => void;
  },
): Promise<void> {
  const { signal, sleep, say } = order;
  let said = '';
  let dropped = Number.NEGATIVE_INFINITY;
  while (!signal.aborted) {
    let step: MailStep;
    try {
      if (order.now().getTime() - dropped > dropEvery) {
        dropExpired(order.store, order.now());
        dropped = order.now().getTime();
      }
      step = await mailNext(order);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      step = { kind: 'wait', milliseconds: 10_000, detail };
    }
    if (step.kind === 'dropped') {
      say(`A mail to somebody who signs up was refused and is not repeated: ${step.detail}`);
    }
    if (step.kind === 'done') said = '';
    if (step.kind !== 'wait') continue;
    if (step.detail !== undefined && step.detail !== said) {
      say(`Mails to people who sign up wait, and are tried again: ${step.detail}`);
      said = step.detail;
    }
    await sleep(step.milliseconds, signal);
  }
}

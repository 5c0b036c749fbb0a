import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { publication, usePublication } from '../../publication/site.ts';
import { openTestStore } from '../../testing/postgres/open-test-store.ts';
import { emptyFolder } from '../../testing/sending/test-run.ts';
import { importList } from '../lists/import-list.ts';
import { forgetPerson } from '../people/forget-person.ts';
import { showPerson } from '../people/show-person.ts';
import { findSubscription, unsubscribe } from '../people/unsubscribe.ts';
import type { Store } from '../store/store.ts';
import { keepSuppressions, openSuppressions } from '../suppressions/suppression.ts';
import { confirmSignUp, lookAtSignUp } from './confirm-sign-up.ts';
import { askToSignUp, findSignUp, validFor } from './sign-up.ts';
import { claimMail, mailDone } from './due-mails.ts';

const start = new Date('2026-05-08T09:00:00+12:00');
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
const address = 'office@kura.example';
const before = publication();
let folder: string;
let store: Store;

beforeEach(() => {
  const audiences = before.audiences.map((one) => ({ ...one, public: true }));
  usePublication({ ...before, audiences });
  folder = emptyFolder();
  store = openTestStore(folder);
});
afterEach(() => {
  store.close();
  usePublication(before);
});

const order = (lists: string[] = ['schools'], at = address) => ({
  address: at,
  lists,
  wants: 'every' as const,
  source: 'sign-up page',
});
const ask = (now = start, lists?: string[], at?: string) =>
  askToSignUp(store, order(lists, at), now);
const tokenOf = (at = address) => findSignUp(store, 'address', at)?.token ?? '';
const confirm = (now = start, lists = ['schools'], token = tokenOf()) =>
  confirmSignUp(store, { token, lists, wants: 'every' }, now);
/** What the mail of the next one who waits says, as it is handed over. */
function mail(now = start) {
  const claim = claimMail(store, now, () => 0);
  if (claim.kind === 'mail') mailDone(store, claim.mail.key, now);
  return claim.kind === 'mail' ? claim.mail.kind : claim.kind;
}
const listOf = async (list: string, rows: string) => {
  const file = join(folder, 'list.csv');
  await writeFile(file, `email\n${rows}\n`);
  return importList(store, list, file, start);
};
const places = () =>
  showPerson(store, address).lists.map(({ list, status }) => `${list} ${status}`);

describe('who signs up', () => {
  it('is on a list once they confirmed, with what they agreed to', () => {
    expect(ask()).toBe(true);
    expect(places()).toEqual([]);
    expect(mail()).toBe('confirm');
    expect(lookAtSignUp(store, tokenOf(), start)).toEqual({
      kind: 'open',
      lists: ['schools'],
      wants: 'every',
    });
    expect(places()).toEqual([]);
    expect(confirm(later(1))).toMatchObject({ kind: 'done', lists: ['schools'] });
    expect(places()).toEqual(['schools subscribed']);
    expect(showPerson(store, address)).toMatchObject({
      lists: [
        { consentBasis: 'express', consentSource: 'sign-up page', consentDate: '2026-05-08' },
      ],
      consents: [
        {
          list: 'schools',
          source: 'sign-up page',
          askedAt: start.toISOString(),
          confirmedAt: later(1).toISOString(),
        },
      ],
    });
    expect(showPerson(store, address).consents[0]?.wording).toMatchInlineSnapshot(
      `"I agree that the Ministry of Education emails me the Attendance Service Newsletter as I chose above, and keeps my address and my choices for that and nothing else. I can stop it at any time with the link in every email. Chosen: Schools and kura; Every edition."`,
    );
  });

  it('confirms once, within three days of the mail, and only what is public', () => {
    ask();
    expect(confirm(start, ['schools'], 'AAAAAAAAAAAAAAAAAAAAAA')).toEqual({ kind: 'unknown' });
    expect(confirm(start, ['teachers'])).toMatchObject({ kind: 'open' });
    expect(places()).toEqual([]);
    expect(mail(later(10))).toBe('confirm');
    expect(lookAtSignUp(store, tokenOf(), new Date(start.getTime() + validFor))).toMatchObject({
      kind: 'open',
    });
    expect(confirm(later(10 + 72))).toEqual({ kind: 'expired' });
    expect(confirm(later(81))).toMatchObject({ kind: 'done' });
    expect(confirm(later(81))).toMatchObject({ kind: 'used' });
    expect(showPerson(store, address).consents).toHaveLength(1);
  });

  it('gets one mail a day, however often anybody asks for them, and all that was asked for', () => {
    ask();
    expect(mail()).toBe('confirm');
    const token = tokenOf();
    ask(later(1), ['providers']);
    ask(later(23));
    expect(mail(later(23))).toBe('nothing');
    expect(lookAtSignUp(store, token, later(23))).toMatchObject({
      lists: ['schools', 'providers'],
    });
    ask(later(25));
    expect(tokenOf()).toBe(token);
    expect(mail(later(25))).toBe('confirm');
    expect(mail(later(25))).toBe('nothing');
  });

  it('is told by mail that they are on the list already, at most once a day', async () => {
    await listOf('schools', address);
    ask();
    expect(mail()).toBe('already');
    ask(later(2));
    expect(mail(later(2))).toBe('nothing');
    ask(later(25), ['schools', 'providers']);
    expect(mail(later(25))).toBe('confirm');
  });
});

it('stays on the list when a file replaces it that does not know them', async () => {
  await listOf('schools', 'other@kura.example');
  ask();
  mail();
  confirm();
  const file = join(folder, 'list.csv');
  await writeFile(file, 'email\nnew@kura.example\n');
  await importList(store, 'schools', file, start, { replace: { expect: 1 } });
  expect(places()).toEqual(['schools subscribed']);
});

describe('who said no before', () => {
  it('comes back by a new yes of their own, also at once after they confirmed and left', async () => {
    await listOf('schools', address);
    const token = showPerson(store, address).person && tokenOn('schools');
    unsubscribe(store, token ?? '', 'web page', start);
    ask();
    expect(mail()).toBe('confirm');
    confirm();
    expect(places()).toEqual(['schools subscribed']);
    unsubscribe(store, token ?? '', 'web page', later(1));
    ask(later(1));
    expect(mail(later(1))).toBe('confirm');
    expect(places()).toEqual(['schools unsubscribed']);
    confirm(later(1));
    expect(findSubscription(store, token ?? '')?.status).toBe('subscribed');
  });

  it('lifts a no of their own for the lists that they confirm, and for no other', () => {
    keepNo('unsubscribed', '*');
    ask();
    mail();
    confirm();
    expect(places()).toEqual(['schools subscribed']);
    expect(() =>
      store.change(
        `INSERT INTO subscriptions (list, subscriber, token, status, reason, changed_at)
         SELECT 'providers', id, 'AAAAAAAAAAAAAAAAAAAAAA', 'subscribed', '', '' FROM subscribers`,
      ),
    ).toThrow('a no is kept');
  });

  it.each(['bounced', 'complained'] as const)(
    'gets no mail where they %s, and cannot come back',
    (why) => {
      ask();
      mail();
      keepNo(why, '*');
      expect(confirm()).toEqual({ kind: 'held', why });
      ask(later(25));
      expect(mail(later(25))).toBe('nothing');
      expect(places()).toEqual([]);
    },
  );

  it('stays forgotten unless they confirm anew', async () => {
    await listOf('schools', address);
    ask();
    expect(await forgetPerson(store, folder, address, start)).toBe(true);
    expect(findSignUp(store, 'address', address)).toBeUndefined();
    ask(later(1));
    expect(mail(later(1))).toBe('confirm');
    expect((await listOf('schools', address)).leftAlone).toBe(1);
    expect(showPerson(store, address).forgottenAt).not.toBeNull();
    confirm(later(2));
    expect(places()).toEqual(['schools subscribed']);
    expect(showPerson(store, address).forgottenAt).toBeNull();
  });
});

describe('a flood', () => {
  it('loses nobody and mails nobody twice, with two that mail at once', () => {
    for (let round = 0; round < 3; round += 1) {
      for (let at = 0; at < 40; at += 1) ask(start, ['schools'], `p${at}@kura.example`);
    }
    const other = openTestStore(folder);
    const mailed: string[] = [];
    const take = (from: Store) => {
      const claim = claimMail(from, start, () => 0);
      if (claim.kind !== 'mail') return false;
      mailed.push(claim.mail.address);
      mailDone(from, claim.mail.key, start);
      return true;
    };
    while ([take(store), take(other)].some(Boolean));
    other.close();
    expect(mailed).toHaveLength(40);
    expect(new Set(mailed).size).toBe(40);
  });
});

function keepNo(reason: 'unsubscribed' | 'bounced' | 'complained', list: '*') {
  const nos = openSuppressions(store);
  const said = { detail: '', source: 'old.csv', saidOn: '2026-01-01' };
  nos.add({ address, list, reason, ...said });
  store.transaction(() => keepSuppressions(store, nos, start));
}

const tokenOn = (list: string) =>
  store.rows(
    z.object({ token: z.string() }),
    'SELECT token FROM subscriptions WHERE list = $list',
    {
      list,
    },
  )[0]?.token;

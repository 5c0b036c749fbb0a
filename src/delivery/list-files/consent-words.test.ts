import { openTestStore } from '../../testing/postgres/open-test-store.ts';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BadInput } from '../../problems/problem.ts';
import type { Store } from '../store/store.ts';
import { importList } from '../lists/import-list.ts';
import { listRecipients } from '../lists/list-recipients.ts';
import { showPerson } from '../people/show-person.ts';
import { suppressFile } from '../suppressions/suppress.ts';

const now = new Date('2026-05-08T09:00:00+12:00');
let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panui-'));
  store = openTestStore(folder);
});
afterEach(() => store.close());

const write = async (csv: string, name = 'list.csv') => {
  const file = join(folder, name);
  await writeFile(file, csv);
  return file;
};
const take = async (csv: string, name?: string) =>
  importList(store, 'providers', await write(csv, name), now);
const order = { list: '*', reason: undefined, source: undefined, saidOn: undefined } as const;
const suppress = async (csv: string, name?: string) =>
  suppressFile(store, await write(csv, name), order, now);
const onList = () => [...listRecipients(store, 'providers')].flat().map(({ address }) => address);
const person = 'a@kura.example';

type Meaning = 'subscribed' | 'unsubscribed' | 'bounced' | 'complained' | 'off' | 'unknown';

/*
 * What systems write about consent and what it means here. `off`: not on the list, without a no of their own.
 * Ghost: members export (docs.ghost.org, "members.csv"). listmonk: subscribers.csv of cmd/subscribers.go.
 * Mailchimp: one file a standing, "About audience exports". Campaign Monitor: states of a subscriber and of its
 * suppression list. GovDelivery: Deleted Subscriber Report of Granicus. Pānui: `lists export`. HubSpot: export of
 * unsubscribes and bounces. Constant Contact: "Email status" of an export, `permission_to_send` of its API.
 */
const systems: Readonly<
  Record<string, readonly [header: string, ...(readonly [string, Meaning])[]][]>
> = {
  Ghost: [
    [
      'subscribed_to_emails',
      ['true', 'subscribed'],
      ['false', 'unsubscribed'],
      ['maybe', 'unknown'],
    ],
    ['deleted_at', ['', 'subscribed'], ['2024-03-01T09:30:00.000Z', 'off']],
  ],
  listmonk: [
    [
      'status',
      ['enabled', 'subscribed'],
      ['confirmed', 'subscribed'],
      ['disabled', 'unsubscribed'],
      ['blocklisted', 'unsubscribed'],
      ['unsubscribed', 'unsubscribed'],
      ['unconfirmed', 'off'],
    ],
  ],
  Mailchimp: [
    [
      'Status',
      ['Subscribed', 'subscribed'],
      ['Unsubscribed', 'unsubscribed'],
      ['Cleaned', 'bounced'],
      ['Archived', 'unsubscribed'],
      ['Non-subscribed', 'unsubscribed'],
      ['Transactional', 'off'],
      ['Pending', 'off'],
    ],
    ['UNSUB_TIME', ['', 'subscribed'], ['2024-03-14 09:12:31', 'unsubscribed']],
    ['UNSUB_REASON', ['', 'subscribed'], ['NORMAL', 'unsubscribed'], ['too often', 'unsubscribed']],
    ['CLEAN_TIME', ['', 'subscribed'], ['2024-03-14 09:12:31', 'bounced']],
    ['OPTIN_TIME', ['2024-03-14 09:12:31', 'subscribed']],
  ],
  'Campaign Monitor': [
    [
      'State',
      ['Active', 'subscribed'],
      ['Unsubscribed', 'unsubscribed'],
      ['Bounced', 'bounced'],
      ['Unconfirmed', 'off'],
      ['Deleted', 'off'],
    ],
    [
      'Suppression reason',
      ['Unsubscribed', 'unsubscribed'],
      ['Bounced', 'bounced'],
      ['Marked as Spam', 'complained'],
    ],
    ['ConsentToTrack', ['No', 'subscribed']],
  ],
  GovDelivery: [
    [
      'Deletion Reason',
      ['By Subscriber', 'unsubscribed'],
      ['By Administrator', 'unsubscribed'],
      ['Blacklisted Address', 'unsubscribed'],
      ['Repeated Soft Delivery Failures', 'bounced'],
    ],
    ['Date Deleted', ['', 'subscribed'], ['03/14/2024', 'off']],
  ],
  Mailjet: [
    ['IsUnsubscribed', ['true', 'unsubscribed'], ['false', 'subscribed']],
    ['IsExcludedFromCampaigns', ['true', 'unsubscribed'], ['false', 'subscribed']],
  ],
  Brevo: [
    ['OPT_IN', ['1', 'subscribed'], ['0', 'unsubscribed']],
    ['EMAIL_BLACKLIST', ['true', 'unsubscribed'], ['false', 'subscribed']],
    ['Subscription status', ['Blocklisted', 'unsubscribed']],
  ],
  HubSpot: [
    ['Unsubscribed from all email', ['TRUE', 'unsubscribed'], ['', 'subscribed']],
    ['Portal Bounce', ['TRUE', 'bounced'], ['FALSE', 'subscribed']],
    ['Portal Spam Report', ['TRUE', 'complained'], ['FALSE', 'subscribed']],
    ['Email hard bounce reason', ['UNKNOWN_USER', 'bounced'], ['', 'subscribed']],
    ['Email Address Quarantined', ['Yes', 'bounced']],
    ['Marketing contact status', ['Non-marketing contact', 'off']],
  ],
  'Salesforce Marketing Cloud': [
    ['Status', ['Held', 'bounced'], ['Unsubscribed', 'unsubscribed'], ['Deleted', 'off']],
    ['HasOptedOutOfEmail', ['TRUE', 'unsubscribed'], ['FALSE', 'subscribed']],
    ['Date Undeliverable', ['3/14/2024 9:12:31 AM', 'bounced'], ['', 'subscribed']],
  ],
  ActiveCampaign: [
    ['Status', ['Active', 'subscribed'], ['Unconfirmed', 'off'], ['Bounced', 'bounced']],
    ['Bounced Hard', ['1', 'bounced'], ['0', 'subscribed']],
  ],
  Substack: [['email_disabled', ['true', 'unsubscribed'], ['false', 'subscribed']]],
  Beehiiv: [
    ['status', ['inactive', 'unsubscribed'], ['validating', 'off'], ['needs_attention', 'unknown']],
  ],
  'Constant Contact': [
    [
      'Email status',
      ['Active', 'subscribed'],
      ['Awaiting Confirmation', 'off'],
      ['No Permissions Set', 'off'],
      ['', 'unknown'],
    ],
    [
      'Permission to send',
      ['implicit', 'subscribed'],
      ['temp_hold', 'off'],
      ['unsubscribed', 'unsubscribed'],
    ],
    ['Confirmed Opt-Out Date', ['2024-03-14', 'unsubscribed'], ['', 'subscribed']],
  ],
  MailerLite: [
    ['Subscribed', ['2021-03-01 09:10:11', 'subscribed'], ['', 'unknown']],
    ['Unsubscribed', ['2021-03-01 09:10:11', 'unsubscribed'], ['', 'subscribed']],
    ['Status', ['junk', 'complained']],
  ],
  Klaviyo: [
    [
      'Email Marketing Consent',
      ['SUBSCRIBED', 'subscribed'],
      ['UNSUBSCRIBED', 'unsubscribed'],
      ['NEVER_SUBSCRIBED', 'off'],
    ],
    ['Email Suppressions', ['HARD_BOUNCE', 'bounced'], ['[]', 'subscribed']],
    ['Email Suppression Reason', ['USER_SUPPRESSED', 'unsubscribed'], ['', 'subscribed']],
    ['Email Marketing Consent Timestamp', ['2024-03-14T09:12:31Z', 'subscribed']],
  ],
  Dotdigital: [
    [
      'Status',
      ['GloballySuppressed', 'unsubscribed'],
      ['IsPComplained', 'complained'],
      ['PendingOptIn', 'off'],
    ],
  ],
  'a column of anything': [
    ['type', ['regular', 'subscribed'], ['Unsubscribed', 'unsubscribed'], ['left', 'subscribed']],
    ['tags', ['Waikato, opted-out', 'unsubscribed'], ['Waikato, principals', 'subscribed']],
  ],
  'a spreadsheet': [
    [
      'status',
      ['Opted out', 'unsubscribed'],
      ['inactive', 'unsubscribed'],
      ['Roll closed', 'unknown'],
      ['', 'unknown'],
    ],
    [
      'subscribed',
      ['yes', 'subscribed'],
      ['āe', 'subscribed'],
      ['N', 'unsubscribed'],
      ['', 'unknown'],
    ],
    [
      'unsubscribed',
      ['yes', 'unsubscribed'],
      ['no', 'subscribed'],
      ['', 'subscribed'],
      ['?', 'unknown'],
    ],
    ['opt_out', ['1', 'unsubscribed'], ['0', 'subscribed'], ['x', 'unsubscribed']],
    ['Opt-in (email)', ['TRUE', 'subscribed'], ['FALSE', 'unsubscribed']],
    ['bounced', ['true', 'bounced'], ['false', 'subscribed'], ['3', 'bounced']],
    ['Marked as spam', ['yes', 'complained'], ['', 'subscribed']],
    ['Do not email', ['✓', 'unsubscribed'], ['', 'subscribed']],
    [
      'consent',
      ['express', 'subscribed'],
      ['Inferred', 'subscribed'],
      ['published role address', 'subscribed'],
      ['no', 'unsubscribed'],
      ['None', 'unsubscribed'],
      ['withdrawn', 'unsubscribed'],
      ['not given', 'unsubscribed'],
      ['to be asked', 'unknown'],
      ['', 'unknown'],
    ],
  ],
};

const table = Object.entries(systems).flatMap(([system, columns]) =>
  columns.flatMap(([header, ...words]) =>
    words.map(([word, meaning]): [string, string, string, Meaning] => [
      system,
      header,
      word,
      meaning,
    ]),
  ),
);

const csv = (header: string, word: string) => `email,"${header}"\n${person},"${word}"\n`;

const of = (...meanings: Meaning[]) => table.filter(([, , , means]) => meanings.includes(means));

describe('a word in a column of consent', () => {
  it.each(of('subscribed'))('of %s: %s "%s" takes its person in', async (_, header, word) => {
    expect(await take(csv(header, word))).toMatchObject({ added: 1 });
  });

  it.each(of('unsubscribed', 'bounced', 'complained', 'off', 'unknown'))(
    'of %s: %s "%s" takes nobody in, and is named (%s)',
    async (_, header, word) => {
      const error: unknown = await take(csv(header, word)).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(BadInput);
      expect(String(error).toLowerCase()).toContain(word.toLowerCase() || 'nothing');
      expect(String(error)).toContain(`the column "${header}"`);
      expect(onList()).toEqual([]);
    },
  );

  it.each(of('unsubscribed', 'bounced', 'complained'))(
    'of %s: %s "%s" is kept as a no (%s), and no list brings its person in',
    async (_, header, word, reason) => {
      await suppress(csv(header, word));
      expect(showPerson(store, person).suppressions).toMatchObject([{ list: '*', reason }]);
      expect(await take(`email\n${person}\n`)).toMatchObject({ added: 0, leftAlone: 1 });
    },
  );

  it.each(of('unknown').filter(([, , word]) => word !== ''))(
    'of %s: %s "%s" is refused among nos too',
    async (_, header, word) => {
      const found = `Found "${word}" in the column "${header}", an unknown word.`;
      await expect(suppress(csv(header, word))).rejects.toThrow(found);
    },
  );

  it.each([
    ['status', 'enabled'],
    ['State', 'Unconfirmed'],
    ['subscribed_to_emails', 'true'],
    ['consent', 'express'],
  ])('is no no where %s says "%s"', async (header, word) => {
    const found = 'Found only people who, by its columns of consent, did not.';
    await expect(suppress(csv(header, word))).rejects.toThrow(found);
  });

  it('that says no is weighed more than one that says yes', async () => {
    const two = 'email,subscribed,bounced\na@kura.example,yes,yes\n';
    await expect(take(two)).rejects.toThrow('Found "yes" in the column "bounced", which says no.');
    expect(await suppress(two)).toMatchObject({ kept: { bounced: 1 } });
  });

  it('need not say the ground where another says that they are subscribed, unless it says no', async () => {
    expect(await take('email,status,consent\na@kura.example,subscribed,\n')).toMatchObject({
      added: 1,
    });
    expect(await take('email,status,consent\nb@kura.example,active,at a hui\n')).toMatchObject({
      added: 1,
    });
    await expect(take('email,status,consent\nc@kura.example,active,refused\n')).rejects.toThrow(
      BadInput,
    );
  });
});

it.each([
  'Gets GDPR emails',
  'Delivery preference',
  'Opted out of email: events',
  'Marketing permissions',
  'Exclusion list',
])('is asked about where nobody knows the column, which may say no: "%s"', async (header) => {
  await expect(take(csv(header, 'x'))).rejects.toThrow(`Found "${header}", which seems to say`);
});

describe('a file that says no by itself', () => {
  it.each([
    ['unsubscribed_members_export_b6300f8dad.csv', 'unsubscribed'],
    ['cleaned_members_export_b6300f8dad.csv', 'bounced'],
  ])('called %s is not taken in, and kept as %s', async (name, reason) => {
    await expect(take('Email Address\na@kura.example\n', name)).rejects.toThrow(
      'lists suppress FILE.csv',
    );
    await suppress('Email Address\na@kura.example\n', name);
    expect(showPerson(store, person).suppressions).toMatchObject([{ reason, source: name }]);
  });

  it('is taken in where its name says that they subscribed', async () => {
    const name = 'subscribed_members_export_b6300f8dad.csv';
    expect(await take('Email Address\na@kura.example\n', name)).toMatchObject({ added: 1 });
  });
});

it('names every word and column that nobody knows, at once, and says what to do', async () => {
  const error: unknown = await take(
    'email,status,consent,GDPR opt-in state\na@kura.example,Roll closed,,y\nb@kura.example,b@kura.example,maybe,y\nc@kura.example,blocklisted,express,y\n',
  ).catch((thrown: unknown) => thrown);
  expect(String(error).replaceAll(/\S*list\.csv/g, 'list.csv')).toMatchInlineSnapshot(`
    "BadInput: list.csv:1
      Expected columns of consent whose meaning is known, such as "subscribed" or "unsubscribed".
      Found "GDPR opt-in state", which seems to say who agreed or who did not.
      Rename it "subscribed" if yes means that they get bulletins, "unsubscribed" if yes means that they do not; or remove it.

    list.csv:2
      Expected a word that says whether this person gets bulletins, such as subscribed or unsubscribed.
      Found "Roll closed" in the column "status", an unknown word.
      Write subscribed, unsubscribed, bounced or complained. If the column is about something else, remove it.

    list.csv:2
      Expected a ground of consent: express, inferred or deemed; also requested, contract or published address.
      Found nothing in the column "consent".
      Write one of these, and into the column "source" how it was given; or remove the row. If nobody wrote it down, remove the column.

    list.csv:3
      Expected a word that says whether this person gets bulletins, such as subscribed or unsubscribed.
      Found "b***@kura.example" in the column "status", an unknown word.
      Write subscribed, unsubscribed, bounced or complained. If the column is about something else, remove it.

    list.csv:3
      Expected a ground of consent: express, inferred or deemed; also requested, contract or published address.
      Found "maybe" in the column "consent", an unknown word.
      Write one of these, and into the column "source" how it was given; or remove the row. If nobody wrote it down, remove the column.

    list.csv:4
      Expected somebody who is on the list.
      Found somebody who is "blocklisted" by the column "status".
      Keep the no with \`npm run -s panui -- lists suppress FILE.csv\`; then remove the row, or say --skip-invalid.

    6 problems. Nothing was changed."
  `);
  expect(String(error)).not.toContain('b@kura');
});

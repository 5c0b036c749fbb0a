import { openTestStore } from '../../testing/postgres/open-test-store.ts';
import { execFileSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { importList } from './import-list.ts';
import { listRecipients } from './list-recipients.ts';
import { listSizes } from './list-sizes.ts';
import type { Store } from '../store/store.ts';
import { unsubscribe } from '../people/unsubscribe.ts';

const now = new Date('2026-05-08T09:00:00+12:00');
let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panui-'));
  store = openTestStore(folder);
});
afterEach(() => store.close());

const take = async (csv: string | Buffer, list: 'providers' | 'schools' = 'providers') => {
  const file = join(folder, 'list.csv');
  await writeFile(file, csv);
  return importList(store, list, file, now);
};
const refusal = async (csv: string | Buffer) => {
  const error: unknown = await take(csv).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) throw new Error('expected a refusal');
  return error.message
    .replaceAll(relative(process.cwd(), folder), 'FOLDER')
    .replaceAll(folder, 'FOLDER');
};
const people = (list: 'providers' | 'schools' = 'providers') =>
  [...listRecipients(store, list)].flat().map(({ address, name }) => ({ address, name }));
const held = () =>
  store.rows(
    z.record(z.string(), z.unknown()),
    `SELECT address, name, organisation, region, status, consent_basis, consent_source, consent_date, reason
     FROM subscribers JOIN subscriptions ON subscriber = id ORDER BY id`,
  );

describe('importList', () => {
  it('takes people in with everything the file says about them', async () => {
    const report = await take(
      'email,name,organisation,region,consent,source,date\n' +
        'Office@Kura.example,"Mārama, Office",Te Kura,Northland,requested,phone,8/05/2026\n',
    );
    expect(report).toEqual({
      added: 1,
      updated: 0,
      unchanged: 0,
      leftAlone: 0,
      leftAloneBecause: { unsubscribed: 0, bounced: 0, complained: 0, forgotten: 0 },
      removed: 0,
      keptOff: { unsubscribed: 0, bounced: 0, complained: 0, forgotten: 0, removed: 0 },
      refused: [],
      encoding: 'utf-8',
      ignoredColumns: [],
    });
    expect(held()).toEqual([
      {
        address: 'office@kura.example',
        name: 'Mārama, Office',
        organisation: 'Te Kura',
        region: 'Northland',
        status: 'subscribed',
        consent_basis: 'requested',
        consent_source: 'phone',
        consent_date: '2026-05-08',
        reason: 'import',
      },
    ]);
  });

  it.each([
    ['E-mail', 'School'],
    ['Email address', 'Organization'],
    ['ADDRESS', 'provider'],
    ['e_mail', 'Organisation'],
  ])(
    'understands the headers %s and %s, semicolons, a byte order mark and Windows lines',
    async (email, school) => {
      const report = await take(
        `\ufeff${email};Name;${school};Phone\r\noffice@kura.example;Tari;Te Kura;1\r\n\r\n;;;\r\n`,
      );
      expect(report).toMatchObject({ added: 1, ignoredColumns: ['Phone'] });
      expect(held()).toMatchObject([{ name: 'Tari', organisation: 'Te Kura' }]);
    },
  );

  it.each([
    ['E-Mail Address (work),First name,Last name,Kura', 'office@kura.example,Mārama,Tari,Te Kura'],
    ['Īmēra\tIngoa\tSchool name', 'office@kura.example\tMārama Tari\tTe Kura'],
    ['sep=;\nemail;Surname;Given name;school', 'office@kura.example;Tari;Mārama;Te Kura'],
    ['email,name,Last name,provider', 'office@kura.example,Mārama Tari,Other,Te Kura'],
    ['Email 1,Full name,First name,provider', 'office@kura.example,Mārama Tari,Other,Te Kura'],
  ])('understands %j', async (headers, row) => {
    expect(await take(`${headers}\n${row}\n`)).toMatchObject({ added: 1 });
    expect(held()).toMatchObject([{ name: 'Mārama Tari', organisation: 'Te Kura' }]);
  });

  it.each([
    ['"Name (last, first)";email', '"Tari, Mārama";a@kura.example'],
    ['"Name, and (last, first, title)";email;school', 'Tari;a@kura.example;Te Kura'],
    ['"Name\n(last, first, other)";email', 'Tari;a@kura.example'],
    ['"Name ""a, b, c""";email', 'Tari;a@kura.example'],
    ['"Name; once; twice",email', 'Tari,a@kura.example'],
    ['email\t"Name, or; title, or; role"', 'a@kura.example\tTari'],
  ])('counts what separates cells outside quotation marks: %j', async (headers, row) => {
    expect(await take(`${headers}\n${row}\n`)).toMatchObject({ added: 1 });
    expect(people()).toMatchObject([{ address: 'a@kura.example' }]);
  });

  it('understands lines that end in turns as on Windows, Unix and old Macs', async () => {
    expect(
      await take('email,name\r\na@kura.example,A\nb@kura.example,B\rc@kura.example,C'),
    ).toMatchObject({
      added: 3,
    });
    const message = await refusal('email,name\r\n\r\na@kura.example,"A\r\n\nA"\rno,B\r\nno,"C');
    expect(message.match(/list\.csv:\d+/g)).toEqual(['list.csv:3', 'list.csv:6', 'list.csv:7']);
  });

  it('keeps a header that is an address to itself', async () => {
    const report = await take('email,office@kura.example\na@kura.example,x\n');
    expect(report.ignoredColumns).toEqual(['o***@kura.example']);
  });

  it('takes "email" as the address when "address" is where the post goes', async () => {
    await take('address,email\n1 Queen Street,office@kura.example\n');
    expect(people()).toEqual([{ address: 'office@kura.example', name: '' }]);
  });

  it('changes nothing the second time, and only what is new the third', async () => {
    const csv = 'email,name,region\na@kura.example,Ana,Otago\nb@kura.example,Bo,\n';
    await take(csv);
    const tokens = [...listRecipients(store, 'providers')];
    expect(await take(csv)).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
    expect(
      await take(
        'email,name,region\na@kura.example,Ana,Nelson\nb@kura.example,,\nc@kura.example,,\n',
      ),
    ).toMatchObject({ added: 1, updated: 1, unchanged: 1 });
    expect(held()).toMatchObject([
      { region: 'Nelson' },
      { name: 'Bo' },
      { address: 'c@kura.example' },
    ]);
    expect([...listRecipients(store, 'providers')][0]?.slice(0, 2)).toEqual(tokens[0]);
  });

  it('leaves people alone who unsubscribed, whatever the file says', async () => {
    await take('email,name\na@kura.example,Ana\nb@kura.example,Bo\n');
    const [first] = [...listRecipients(store, 'providers')].flat();
    unsubscribe(store, first?.token ?? '', 'web page', now);
    const report = await take('email,name\nA@KURA.example,Changed\nb@kura.example,Bo\n');
    expect(report).toMatchObject({ added: 0, updated: 0, unchanged: 1, leftAlone: 1 });
    expect(people()).toEqual([{ address: 'b@kura.example', name: 'Bo' }]);
    expect(held()[0]).toMatchObject({ name: 'Ana', status: 'unsubscribed', reason: 'web page' });
  });

  it('keeps the lists apart: each place on a list has its own token and status', async () => {
    await take('email\na@kura.example\n', 'providers');
    await take('email\na@kura.example\n', 'schools');
    const [provider] = [...listRecipients(store, 'providers')].flat();
    const [school] = [...listRecipients(store, 'schools')].flat();
    expect(provider?.token).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(provider?.token).not.toBe(school?.token);
    unsubscribe(store, provider?.token ?? '', 'web page', now);
    const nobody = { bounced: 0, complained: 0, removed: 0, restored: 0, suppressed: 0 };
    expect(listSizes(store)).toEqual([
      { list: 'providers', subscribed: 0, unsubscribed: 1, ...nobody },
      { list: 'schools', subscribed: 1, unsubscribed: 0, ...nobody },
    ]);
  });

  it('reads more rows than fit into one chunk, in their order', async () => {
    const rows = Array.from({ length: 1203 }, (_, at) => `p${at}@kura.example,P ${at}`);
    expect(await take(`email,name\n${rows.join('\n')}\n`)).toMatchObject({ added: 1203 });
    const chunks = [...listRecipients(store, 'providers')];
    expect(chunks.map((chunk) => chunk.length)).toEqual([500, 500, 203]);
    expect(people().map(({ address, name }) => `${address},${name}`)).toEqual(rows);
  });
});

describe('a list that cannot be used', () => {
  it('names rows in the order of the file, though it writes many at a time', async () => {
    const rows = Array.from({ length: 250 }, (_, at) => `p${at + 2}@kura.example`);
    // On lines 4, 151 and 240.
    rows[2] = 'p3@kura.example';
    rows[149] = 'nobody';
    rows[238] = 'p7@kura.example';
    const told = await refusal(`email\n${rows.join('\n')}\n`);
    expect([...told.matchAll(/csv:(\d+)/g)].map(([, line]) => Number(line))).toEqual([4, 151, 240]);
    expect(told).toContain('on line 3 and again on line 4.');
    expect(told).toContain('on line 7 and again on line 240.');
    expect(people()).toEqual([]);
  });

  it('is refused where it is UTF-8 but for some letters: they would spoil all others', async () => {
    const csv = Buffer.concat([
      Buffer.from('email,name\na@kura.example,Mārama\nb@kura.example,Ren'),
      Buffer.from([0xe9]),
      Buffer.from('e\nc@kura.example,Hēmi\n'),
    ]);
    expect(await refusal(csv)).toMatchInlineSnapshot(`
      "FOLDER/list.csv:3
        Expected letters in one encoding.
        Found letters in UTF-8 and, here and perhaps below, in another encoding.
        Type the spoilt letters anew, and save the file as "CSV UTF-8".

      1 problem. Nothing was changed."
    `);
  });

  it.each(['unsubscribed', 'Bounced', 'complained', 'removed'])(
    'brings nobody in whom an earlier export calls %s, also into an empty store',
    async (status) => {
      const message = await refusal(
        `email,status\na@kura.example,${status}\nb@kura.example,subscribed\n`,
      );
      expect(message).toContain(`list.csv:2`);
      expect(message).toContain(
        `Found somebody who is "${status.toLowerCase()}" by the column "status".`,
      );
      expect(await take('email,status\nc@kura.example,Active\n')).toMatchObject({ added: 1 });
    },
  );

  it('names every row at fault at once, masks addresses, and takes nobody in', async () => {
    await take('email\nbefore@kura.example\n');
    const message = await refusal(
      [
        'email,name,date',
        'good@kura.example,Good,',
        'secret.person kura.example,Jo,',
        'secret.person@kura,Jo,',
        'twice@kura.example,One,',
        'TWICE@kura.example,Two,',
        'injected@kura.example,"Jo\nBcc: victim@kura.example",',
        'dated@kura.example,Jo,31/04/2026',
        'later@kura.example,Jo,2026-05-09',
        'many@kura.example,Smith, Jo,',
        'm\u0101ori@kura.example,Jo,',
        ',Nobody,',
        'encoded@kura.example,=?utf-8?Q?=0d=0aBcc:victim?=,',
        'broken@kura.example,"Jo,',
        'after@kura.example,Jo,',
      ].join('\n'),
    );
    expect(message).toMatchInlineSnapshot(`
      "FOLDER/list.csv:3
        Expected an email address.
        Found s*** with a space inside it.
        Correct the address or remove the row.

      FOLDER/list.csv:4
        Expected an email address.
        Found s***@kura with no full stop after the @.
        Correct the address or remove the row.

      FOLDER/list.csv:6
        Expected each address once.
        Found t***@kura.example on line 5 and again on line 6.
        Remove one of the rows.

      FOLDER/list.csv:7
        Expected one line of text as the name.
        Found a line break or another control character in it.
        Write it on one line.

      FOLDER/list.csv:9
        Expected a day of consent written 2026-05-08 or 8/05/2026, not after today (2026-05-08).
        Found "31/04/2026".
        Correct the date.

      FOLDER/list.csv:10
        Expected a day of consent written 2026-05-08 or 8/05/2026, not after today (2026-05-08).
        Found 2026-05-09.
        Correct the date.

      FOLDER/list.csv:11
        Expected a day of consent written 2026-05-08 or 8/05/2026, not after today (2026-05-08).
        Found "Jo".
        Correct the date.

      FOLDER/list.csv:12
        Expected an email address.
        Found m***@kura.example with a letter with a macron or accent before the @.
        Correct the address or remove the row.

      FOLDER/list.csv:13
        Expected an email address.
        Found nothing.
        Correct the address or remove the row.

      FOLDER/list.csv:14
        Expected one line of text as the name.
        Found an encoded word, which mail programs read as other letters (RFC 2047).
        Write it as people read it.

      FOLDER/list.csv:15
        Expected cells whose quotation marks come in pairs.
        Found a quotation mark that opens a cell and is not closed before the next comma or line.
        Close or remove it; double it ("") to mean the mark itself. The rows after it were not read.

      11 problems. Nothing was changed."
    `);
    expect(message).not.toMatch(/secret|twice@|victim|injected@|broken@|after@/i);
    expect(people()).toEqual([{ address: 'before@kura.example', name: '' }]);
  });

  it.each([
    ['without an email column', 'name,phone\nJo,1\n', ['Found the headers "name", "phone".']],
    [
      'without headers',
      'office@kura.example,Jo\n',
      ['list.csv:1', 'Found an address where the headers should be.'],
    ],
    [
      'with two columns for one field',
      'email,school,provider\na@kura.example,X,Y\n',
      ['Found 2: "school", "provider".'],
    ],
    ['that is empty', '', ['Found an empty file.']],
    ['that names nobody', 'email,name\n', ['Found only the headers.']],
    [
      'that is a spreadsheet',
      Buffer.from('PK\u0003\u0004\0\0'),
      ['Found a file of another kind.', 'save it as "CSV UTF-8"'],
    ],
    [
      'with a quotation mark inside a cell',
      'email,name\n\na@kura.example,Jo "Big" Lee\n',
      ['list.csv:3', 'Found a quotation mark in the middle of a cell.'],
    ],
    [
      'with a quotation mark that never closes',
      'email,name\n\n"a@kura.example,Jo\nb@kura.example,Bo\n',
      ['list.csv:3', 'Found a quotation mark that opens a cell and is not closed'],
    ],
  ])('is refused %s', async (_, csv, sentences) => {
    const message = await refusal(csv);
    for (const sentence of sentences) expect(message).toContain(sentence);
    expect(message).not.toMatch(/office@|\ba@/);
    expect(listSizes(store)[0]).toMatchObject({ subscribed: 0 });
  });

  it('is refused when there is no file, or a folder', async () => {
    await expect(importList(store, 'providers', join(folder, 'no.csv'), now)).rejects.toThrow(
      'Found no file that can be read.',
    );
    await expect(importList(store, 'providers', folder, now)).rejects.toThrow('Found a folder.');
  });

  it.skipIf(process.platform === 'win32')(
    'is refused when it is a pipe, without waiting',
    async () => {
      const pipe = join(folder, 'pipe.csv');
      execFileSync('mkfifo', [pipe]);
      await expect(importList(store, 'providers', pipe, now)).rejects.toThrow(
        'Found a pipe or a device.',
      );
    },
  );
});

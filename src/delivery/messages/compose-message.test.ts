import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { composeMessage, opaqueId } from './compose-message.ts';
import { exampleBulletin } from '../../testing/sending/example-bulletin.ts';

const now = new Date('2026-05-08T09:00:00+12:00');
const siteUrl = 'https://news.example';
const token = 'AAAAAAAAAAAAAAAAAAAA_-';
const recipient = { name: 'Mārama, Tari “Kura”', address: 'office@kura.example', token };

const compose = async (bulletin = exampleBulletin(), to = recipient) => {
  const bytes = await composeMessage(bulletin, to, { siteUrl, now });
  const mail = await PostalMime.parse(bytes);
  const header = (name: string) =>
    mail.headers.filter(({ key }) => key === name.toLowerCase()).map(({ value }) => value);
  return { bytes, raw: bytes.toString('latin1'), mail, header };
};

describe('composeMessage', () => {
  it('addresses one person, from the sender, with macrons intact', async () => {
    const { mail, header } = await compose();
    expect(mail.to).toEqual([{ name: recipient.name, address: recipient.address }]);
    expect(mail.cc).toBeUndefined();
    expect(mail.bcc).toBeUndefined();
    expect(header('to')).toHaveLength(1);
    expect(mail.from).toEqual({
      name: 'Attendance Service',
      address: 'news@attendance-updates.example',
    });
    expect(mail.subject).toBe('Pānui: invoices due 15 May — ngā mihi');
    expect(new Date(mail.date ?? '')).toEqual(now);
  });

  it.each(['=?utf-8?Q?=0d=0aBcc:_victim@kura.example?=', 'Jo =?UTF-8?b?DQpCY2M6?= Lee'])(
    'passes no encoded word on that a name was given as: %s',
    async (name) => {
      const { raw, mail } = await compose(exampleBulletin(), { ...recipient, name });
      expect(raw).toContain(`\r\nTo: ${recipient.address}\r\n`);
      expect(raw).not.toMatch(/=\?utf-8\?[qb]\?(=0d|DQp)/i);
      expect(mail.bcc).toBeUndefined();
    },
  );

  it('says how to leave the list, in exactly the headers of RFC 2369 and RFC 8058, unfolded', async () => {
    const { raw, header } = await compose();
    const url = `https://news.example/unsubscribe/${token}`;
    const mailto = `mailto:unsubscribe@attendance-updates.example?subject=${token}`;
    expect(raw).toContain(`\r\nList-Unsubscribe: <${url}>, <${mailto}>\r\n`);
    expect(header('list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click']);
    expect(header('list-id')).toEqual([
      '"Attendance Service Newsletter: Providers" <providers.attendance-updates.example>',
    ]);
    expect(header('x-auto-response-suppress')).toEqual(['OOF, AutoReply']);
    expect(header('x-entity-ref-id')).toEqual(['2026-05-08-providers']);
    expect(header('feedback-id')).toEqual(['2026-05-08:providers:newsletter:attendanceupdat']);
    expect(header('auto-submitted')).toEqual([]);
  });

  it('holds the text part, then the HTML part, equal to the bulletin but for the way to leave', async () => {
    const bulletin = exampleBulletin();
    const { raw, mail } = await compose(bulletin);
    const fill = (part: string) =>
      part.replaceAll('{{UNSUBSCRIBE_URL}}', `https://news.example/unsubscribe/${token}`);
    expect(mail.text?.replaceAll('\r\n', '\n').trim()).toBe(fill(bulletin.text).trim());
    expect(mail.html?.replaceAll('\r\n', '\n').trim()).toBe(fill(bulletin.html).trim());
    expect(raw).toMatch(/^Content-Type: multipart\/alternative;/m);
    expect(
      [...raw.matchAll(/^Content-Type: (text\/\w+; charset=[\w-]+)/gm)].map(([, type]) => type),
    ).toEqual(['text/plain; charset=utf-8', 'text/html; charset=utf-8']);
    expect(
      [...raw.matchAll(/^Content-Transfer-Encoding: (.+)\r$/gm)].map(([, one]) => one),
    ).toEqual(['quoted-printable', 'quoted-printable']);
    expect(mail.attachments).toEqual([]);
  });

  it('keeps to the wire: seven bits, CRLF, lines of at most 998 characters', async () => {
    const { bytes, raw } = await compose(
      exampleBulletin({ html: `<p>${'ā'.repeat(5000)}</p>{{UNSUBSCRIBE_URL}}` }),
    );
    expect(bytes.every((byte) => byte < 128)).toBe(true);
    expect(raw).not.toMatch(/[^\r]\n|\r[^\n]/);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  it('gives the same bytes for the same input, and a Message-ID that does not give the token away', async () => {
    const [one, two] = [await compose(), await compose()];
    expect(one.raw).toBe(two.raw);
    expect(one.mail.messageId).toBe(
      `<2026-05-08.providers.${opaqueId(token)}@attendance-updates.example>`,
    );
    expect(one.mail.messageId).not.toContain(token);
    const other = await compose(exampleBulletin(), {
      ...recipient,
      token: 'BBBBBBBBBBBBBBBBBBBBBB',
    });
    expect(other.mail.messageId).not.toBe(one.mail.messageId);
  });

  it.each([
    ['a line break in the name', { name: 'Jo\r\nBcc: victim@kura.example' }],
    ['a lone line feed in the name', { name: 'Jo\nX-Evil: 1' }],
    ['a separator in the name', { name: 'Jo\u2028X-Evil: 1' }],
    ['two addresses', { address: 'a@kura.example, b@kura.example' }],
    ['a line break in the address', { address: 'a@kura.example\r\nBcc: b@kura.example' }],
    ['a line break in the token', { token: 'AAAAAAAAAAAAAAAAAAAA\r\n' }],
  ])('refuses a recipient with %s', async (_, changes) => {
    const work = () =>
      composeMessage(exampleBulletin(), { ...recipient, ...changes }, { siteUrl, now });
    await expect(work()).rejects.toThrow(z.ZodError);
  });

  it.each([
    '"Jo" <victim@kura.example>',
    'Jo, victim@kura.example',
    'Jo; Bo: <x@y.example>',
    '=?UTF-8?Q?Jo?=',
  ])('takes the name %j as a name and nothing else', async (name) => {
    const { mail } = await compose(exampleBulletin(), { ...recipient, name });
    expect(mail.to?.map(({ address }) => address)).toEqual(['office@kura.example']);
  });

  it('refuses a bulletin with a placeholder that nobody fills, or without the way to leave', async () => {
    const refusal = (changes: Parameters<typeof exampleBulletin>[0]) =>
      composeMessage(exampleBulletin(changes), recipient, { siteUrl, now });
    await expect(
      refusal({
        subject: 'For {{NAME}}',
        html: '<p>{{ name }}{{UNSUBSCRIBE_URL}}</p>',
        text: 'Kia ora',
      }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(`
      [BadInput: bulletins/2026-05-08/providers.json
        Expected no placeholder in the subject.
        Found {{NAME}}.
        Correct the template, then run \`npm run -s panui -- build\`.

      bulletins/2026-05-08/providers.json
        Expected no placeholder in the html but {{UNSUBSCRIBE_URL}}.
        Found {{ name }}.
        Correct the template, then run \`npm run -s panui -- build\`.

      bulletins/2026-05-08/providers.json
        Expected {{UNSUBSCRIBE_URL}} in the text part, for the way to unsubscribe.
        Found none.
        Correct the template, then run \`npm run -s panui -- build\`.

      3 problems. Nothing was changed.]
    `);
  });
});

import MailComposer from 'nodemailer/lib/mail-composer';
import { describe, expect, it } from 'vitest';
import { checkSize, sentSize } from './check-size.ts';

const html = (bytes: number) => '<p>Kia ora koutou katoa</p>\n'.repeat(bytes / 28);

describe('the size of a bulletin', () => {
  it('is what a mail program sends, within two in a hundred', async () => {
    const page = `<p class="a=b">${'Kia ora koutou &#257; '.repeat(900)}</p>\n`.repeat(3);
    const message = await new MailComposer({ html: page, encoding: 'quoted-printable' })
      .compile()
      .build();
    const sent = message.length - message.indexOf('\r\n\r\n');
    expect(Math.abs(sentSize(page) - sent) / sent).toBeLessThan(0.02);
  });

  it('is a warning from 80 KB and a refusal over 100 KB', () => {
    expect(checkSize(html(70_000)).level).toBe('fine');
    expect(checkSize(html(78_000)).level).toBe('warning');
    expect(checkSize(html(99_000)).level).toBe('refusal');
  });

  it('counts what quoted-printable adds: three bytes for each of a macron', () => {
    expect(sentSize('\u0101')).toBe(6 + 2);
    expect(sentSize('=')).toBe(3 + 2);
  });
});

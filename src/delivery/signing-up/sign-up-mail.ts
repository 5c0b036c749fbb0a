import { language, publication } from '../../publication/site.ts';
import { buildMail, opaqueId } from '../messages/compose-message.ts';
import type { BatchMessage } from '../transports/transport.ts';
import { validFor } from './sign-up.ts';
import type { DueMail } from './due-mails.ts';

/** What a mail to somebody who asked to sign up says. The same mail has the same bytes each time it is tried. */
interface Words {
  subject: string;
  /** Paragraphs; the link stands after the first. */
  before: string[];
  link: { words: string; url: string };
  after: string[];
}

function wordsOf({ kind, token }: DueMail, origin: string): Words {
  const { newsletter, postalAddress, sender } = publication();
  const after = `Questions? Write to ${sender.unsubscribeAddress}. ${postalAddress}`;
  const days = validFor / 86_400_000;
  return kind === 'confirm'
    ? {
        subject: `Please confirm: ${newsletter}`,
        before: [`Somebody, you we hope, asked us to send the ${newsletter} to this address.`],
        link: { words: 'Open this page and press its button', url: `${origin}/sign-up/${token}` },
        after: [
          `It works once, for ${days} days. If you did not ask, do nothing: you get no bulletins, and we delete your address after that.`,
          after,
        ],
      }
    : {
        subject: `You already get the ${newsletter}`,
        before: [
          `Somebody, you we hope, asked us to send the ${newsletter} to this address. We already do, so nothing has changed.`,
        ],
        link: {
          words: 'See what you get, change it or stop it',
          url: `${origin}/preferences/${token}`,
        },
        after: ['If you did not ask, do nothing. We write this once a day at most.', after],
      };
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/**
 * The mail as the provider takes it. `Auto-Submitted` (RFC 3834) says that no person wrote it, so that nobody's
 * holiday reply comes back.
 * @param origin of the service that the link leads to
 */
export function signUpMail(due: DueMail, origin: string): BatchMessage {
  const { subject, before, link, after } = wordsOf(due, origin);
  const { sender, colours } = publication();
  const paragraph = (text: string) => `<p>${escape(text)}</p>`;
  const { ink, paper, link: linkColour } = colours.light;
  return {
    from: `${sender.name} <${sender.address}>`,
    to: [due.address],
    subject,
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head><body style="max-width:36em;margin:1.5em auto;padding:0 1em;background:${paper};color:${ink};font:18px/1.5 sans-serif">${before.map(paragraph).join('')}<p><a href="${escape(link.url)}" style="color:${linkColour};font-weight:bold">${escape(link.words)}</a></p>${after.map(paragraph).join('')}</body></html>\n`,
    text: `${[...before, `${link.words}:\n${link.url}`, ...after].join('\n\n')}\n`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
    tags: [{ name: 'delivery', value: 'sign-up' }],
  };
}

/** The same as a file for the outbox (RFC 5322). */
export function signUpFile(due: DueMail, origin: string, now: Date): Promise<Buffer> {
  const { subject, html, text, headers } = signUpMail(due, origin);
  const { sender } = publication();
  return buildMail({
    from: { name: sender.name, address: sender.address },
    to: { name: '', address: due.address },
    subject,
    date: now,
    id: `sign-up.${opaqueId(due.key)}@${sender.address.split('@')[1]}`,
    headers: Object.entries(headers).map(([key, value]) => ({
      key,
      value: { prepared: true, foldLines: false, value },
    })),
    text,
    html,
  });
}

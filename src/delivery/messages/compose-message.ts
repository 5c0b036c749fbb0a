import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { BadInput, type Problem } from '../../problems/problem.ts';
import { unsubscribePlaceholder, type Bulletin } from '../../schemas/bulletin.ts';
import { encodedWord } from '../../schemas/text/encoded-word.ts';
import { listHeaders, listWords } from './message-headers.ts';
import { recipientSchema, type Recipient } from '../lists/subscription.ts';
import { unsubscribeUrl } from './unsubscribe-url.ts';

/** Where and when a message is composed. */
export interface Circumstances {
  /** The origin of the site, for the address to unsubscribe. */
  siteUrl: string;
  /** The Date of the message. */
  now: Date;
}

/**
 * One message of a bulletin to one person, as RFC 5322 bytes with CRLF line ends: UTF-8,
 * quoted-printable, the text part before the HTML part (RFC 2046, 5.1.4). The same input gives
 * the same bytes.
 * @throws {BadInput} when the bulletin lacks the address to unsubscribe or has another placeholder left
 * @throws {z.ZodError} when the recipient is not fit for a header; nothing from a list can add one
 */
export async function composeMessage(
  bulletin: Bulletin,
  recipient: Recipient,
  { siteUrl, now }: Circumstances,
): Promise<Buffer> {
  refusePlaceholders(bulletin);
  const { name, address, token } = recipientSchema.parse(recipient);
  const url = unsubscribeUrl(siteUrl, token);
  const fill = (part: string) => part.replaceAll(unsubscribePlaceholder, () => url);
  const id = messageId(bulletin, token);
  return buildMail({
    from: bulletin.from,
    // A name that readers would decode could say anything; then the address alone is whom it is to.
    to: { name: encodedWord.test(name) ? '' : name, address },
    subject: bulletin.subject,
    date: now,
    id,
    headers: Object.entries(listHeaders(bulletin, listWords(bulletin.audience), token, url)).map(
      ([key, value]) => ({
        key,
        value: { prepared: true, foldLines: false, value },
      }),
    ),
    text: fill(bulletin.text),
    html: fill(bulletin.html),
  });
}

/** What a message is built of. */
export interface MailParts {
  from: { name: string; address: string };
  to: { name: string; address: string };
  subject: string;
  date: Date;
  /** Message-ID without brackets. */
  id: string;
  headers: { key: string; value: { prepared: boolean; foldLines: boolean; value: string } }[];
  text: string;
  html: string;
}

/** A message as RFC 5322 bytes; the same parts give the same bytes. */
export const buildMail = ({ id, ...parts }: MailParts): Promise<Buffer> =>
  new MailComposer({
    ...parts,
    messageId: `<${id}>`,
    encoding: 'quoted-printable',
    newline: 'win',
    baseBoundary: createHash('sha256').update(id).digest('hex').slice(0, 24),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();

/**
 * What stands for one subscription where others may see it (Message-ID, file names): the same
 * each time, and of no use to unsubscribe somebody else, unlike the token it comes from.
 */
export const opaqueId = (token: string) =>
  createHash('sha256').update(`message ${token}`).digest('hex').slice(0, 24);

function messageId({ edition, audience, from }: Bulletin, token: string): string {
  return `${edition}.${audience}.${opaqueId(token)}@${from.address.split('@')[1]}`;
}

function refusePlaceholders({ edition, audience, subject, html, text }: Bulletin): void {
  const file = `bulletins/${edition}/${audience}.json`;
  const problems = Object.entries({ subject, html, text }).flatMap(([part, words]): Problem[] => {
    const found = [...new Set(words.match(/\{\{[^{}\n]{0,60}(?:\}\})?/g))];
    const others = found.filter((one) => part === 'subject' || one !== unsubscribePlaceholder);
    const remedy = 'Correct the template, then run `npm run -s panui -- build`.';
    if (others.length > 0) {
      const but = part === 'subject' ? '' : ` but ${unsubscribePlaceholder}`;
      const expected = `no placeholder in the ${part}${but}`;
      return [{ file, expected, found: others.join(', '), remedy }];
    }
    if (part === 'subject' || found.length > 0) return [];
    const expected = `${unsubscribePlaceholder} in the ${part} part, for the way to unsubscribe`;
    return [{ file, expected, found: 'none', remedy }];
  });
  if (problems.length > 0) throw new BadInput(problems);
}

import { unsubscribePlaceholder, type Bulletin } from '../../../schemas/bulletin.ts';
import { publication } from '../../../publication/site.ts';
import { bulletinFiles } from './bulletin-example.ts';
import type { PageRule } from '../../rule.ts';

export default {
  id: 'mail/required-parts',
  severity: 'error',
  runs: 'bulletin',
  why: 'The law asks every bulletin to say who sent it and how to stop it (Unsolicited Electronic Messages Act 2007), and readers need the rest to trust it.',
  failing: {
    get example() {
      return bulletinFiles({ html: '<html><p>Kia ora</p></html>', text: 'Kia ora' });
    },
    finds: Array.from({ length: 15 }, () => 'One thing to do'),
  },
  get passing() {
    return bulletinFiles({});
  },
  *check({ bulletins = [], field }) {
    for (const bulletin of bulletins) {
      const subject = field(`bulletins.${bulletin.audience}.subject`);
      if (!subject) continue;
      for (const missing of missingFrom(bulletin)) {
        yield {
          at: subject.place,
          message: `The bulletin for ${bulletin.audience} has no ${missing}.`,
          suggestion:
            'Build it again. If it is still missing, tell whoever looks after the templates.',
        };
      }
    }
  },
} satisfies PageRule;

function* missingFrom({ html, text, webUrl }: Bulletin): Generator<string> {
  if (!/<html[^>]*\slang="[a-z]/i.test(html)) yield 'language';
  if (!/<html[^>]*\sdir="/i.test(html)) yield 'direction';
  if (!/<title>\s*[^<\s]/i.test(html)) yield 'title';
  const plain = text.replaceAll(/\s+/g, ' ');
  const words = decoded(html.replaceAll(/<[^>]+>/g, ' ')).replaceAll(/\s+/g, ' ');
  for (const [part, read, raw] of [
    ['HTML', words, decoded(html)],
    ['plain text', plain, text],
  ] as const) {
    if (!raw.includes(unsubscribePlaceholder)) yield `way to unsubscribe in its ${part} part`;
    if (!raw.includes(webUrl)) yield `link to its web page in its ${part} part`;
    if (!raw.includes('/privacy/')) yield `link to the privacy statement in its ${part} part`;
    if (!raw.includes('/copyright/')) yield `link to the copyright statement in its ${part} part`;
    if (!raw.includes('/contacts/')) yield `link to a contact in its ${part} part`;
    if (!read.includes(publication().postalAddress)) yield `postal address in its ${part} part`;
  }
}

const decoded = (html: string) =>
  html
    .replaceAll(/&#(\d{1,6});/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');

import { formatLongDate } from '../src/dates/format.ts';
import { publication } from '../src/publication/site.ts';
import { aboutDraft, type Frame } from './frame.ts';
import { mailingText } from './text/mailing-text.ts';
import { addressed, headed, paragraphs, rule, wrapped } from './text/layout.ts';

/** The plain-text part of a bulletin: the same words in the same order as its HTML part. */
export function plainText(frame: Frame): string {
  const { kind, title, date, isDraft, context, body, why, links } = frame;
  const { organisation, postalAddress } = publication();
  const text = paragraphs(
    `${organisation.mi}\n${organisation.en}`,
    isDraft ? `Draft. ${aboutDraft}` : undefined,
    formatLongDate(date),
    headed(title),
    addressed({ words: 'Read this on the web', url: context.pageUrl }),
    mailingText(kind, body, context),
    rule,
    why,
    addressed({ words: 'Stop getting these emails', url: links.unsubscribe }),
    addressed({ words: 'Contact us', url: links.contact }),
    addressed({ words: 'Privacy', url: links.privacy }),
    addressed({ words: 'Copyright', url: links.copyright }),
    `${organisation.mi}\n${postalAddress}`,
  );
  return `${wrapped(text)}\n`;
}

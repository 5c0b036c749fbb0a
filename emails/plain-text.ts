import { formatLongDate } from '../src/dates/format.ts';
import { publication } from '../src/publication/site.ts';
import { aboutDraft, type Frame, nameOver } from './frame.ts';
import { digestText } from './text/digest-text.ts';
import { mailingText } from './text/mailing-text.ts';
import { addressed, headed, paragraphs, rule, wrapped } from './text/layout.ts';

/** The plain-text part of a bulletin: the same words in the same order as its HTML part. */
export function plainText(frame: Frame): string {
  const { kind, title, date, isDraft, context, body, digest, why, links } = frame;
  const { organisation, postalAddress } = publication();
  const text = paragraphs(
    [organisation.mi, organisation.en, nameOver(frame)]
      .filter((line) => line !== undefined)
      .join('\n'),
    isDraft ? `Draft. ${aboutDraft}` : undefined,
    formatLongDate(date),
    headed(title),
    addressed({ words: 'Read this on the web', url: context.pageUrl }),
    digest ? digestText(digest, context) : mailingText(kind, body, context),
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

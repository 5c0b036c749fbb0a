import { html } from 'hono/html';
import type { Recipient } from '../../../delivery/lists/subscription.ts';
import type { BatchMessage } from '../../../delivery/transports/transport.ts';
import { audienceById } from '../../../publication/site.ts';
import type { Bulletin } from '../../../schemas/bulletin.ts';
import { mailAddress } from '../../mail/list-mailings.ts';
import { deskPage, type Markup } from '../desk-page.ts';

/** Some of the people who get a bulletin. */
export interface MessagesPage {
  bulletin: Bulletin;
  people: readonly Recipient[];
  total: number;
  /** Counted from 0. */
  page: number;
  /** How many people stand on a page. */
  size: number;
  person: string | undefined;
}

/** Everybody who gets a bulletin, each with the message that they get. */
export function messagesPage({
  bulletin,
  people,
  total,
  page,
  size,
  person,
}: MessagesPage): Markup {
  const { edition, audience, subject } = bulletin;
  const { name } = audienceById(audience);
  const address = mailAddress(bulletin);
  const last = Math.max(0, Math.ceil(total / size) - 1);
  return deskPage(
    { title: `Messages: ${edition}, ${name}`, current: 'mail', person },
    html`<h1>${total} messages, as they would go out now</h1>
      <p><a href="${address}">Back to where it stands</a></p>
      <p>“${subject}”, to each of these people. Nothing was sent.</p>
      <ol class="documents" start="${page * size + 1}">
        ${people.map(
          (one, at) =>
            html`<li>
              <div class="document">
                <a href="${address}messages/${page * size + at + 1}/">${one.address}</a>
                <span>${one.name}</span>
              </div>
            </li>`,
        )}
      </ol>
      ${
        last > 0
          ? html`<nav aria-label="Pages" class="write-actions">
              ${page > 0 ? html`<a href="${address}messages/?page=${page - 1}">The ones before</a>` : ''}
              <span>Page ${page + 1} of ${last + 1}</span>
              ${page < last ? html`<a href="${address}messages/?page=${page + 1}">The next ones</a>` : ''}
            </nav>`
          : ''
      }`,
  );
}

/** One message, with what a mail program is told and both of its parts. */
export function messagePage(
  bulletin: Bulletin,
  message: BatchMessage,
  number: number,
  person: string | undefined,
): Markup {
  const address = mailAddress(bulletin);
  const [to = ''] = message.to;
  return deskPage(
    { title: `Message ${number}: ${bulletin.edition}`, current: 'mail', person },
    html`<h1>Message ${number}</h1>
      <p><a href="${address}messages/">All messages</a></p>
      <dl class="facts">
        <dt>To</dt>
        <dd>${to}</dd>
        <dt>From</dt>
        <dd>${message.from}</dd>
        <dt>Subject</dt>
        <dd>${message.subject}</dd>
        ${Object.entries(message.headers).map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      <div class="frames">
        <section aria-labelledby="html-part">
          <h2 id="html-part">As mail programs show it</h2>
          <iframe src="${address}messages/${number}/html" title="The message to ${to}"></iframe>
        </section>
        <section aria-labelledby="text-part">
          <h2 id="text-part">As plain text</h2>
          <pre tabindex="0" aria-label="The text of the message">${message.text}</pre>
        </section>
      </div>`,
  );
}

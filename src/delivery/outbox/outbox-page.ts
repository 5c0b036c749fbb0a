import { html, raw } from 'hono/html';
import { formatDate, formatLongDate, formatTime } from '../../dates/format.ts';
import { localTimeAt } from '../../dates/new-zealand.ts';
import type { Bulletin } from '../../schemas/bulletin.ts';
import { audienceById, language, publication } from '../../publication/site.ts';
import { plainStyle } from './plain-style.ts';
import type { Recipient } from '../lists/subscription.ts';

/** Stands where the list of messages goes; no text of a bulletin can contain it unescaped. */
const messagesHere = '<!-- messages -->';

/** The page of a rehearsal around its list of messages: what it is, and how it reads in an inbox. */
export async function outboxPage(
  bulletin: Bulletin,
  count: number,
  now: Date,
): Promise<{ start: string; end: string }> {
  const { title: name, edition, audience, subject, preheader, from, hash } = bulletin;
  const title = `Outbox: ${name}, ${formatDate(edition.slice(0, 10))}, ${audienceById(audience).name}`;
  const written = localTimeAt(now);
  const messages = count === 1 ? '1 message' : `${count} messages`;
  const page = await html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style>
          ${raw(plainStyle())}
        </style>
      </head>
      <body>
        <header class="masthead"><strong>${publication().name}</strong></header>
        <main>
          <h1>${title}</h1>
          <p>
            A rehearsal: ${messages}, as they would be sent, one for each subscriber. Nothing was
            sent.
          </p>
          <dl>
            <dt>Subject</dt>
            <dd>${subject}</dd>
            <dt>Preheader</dt>
            <dd>${preheader}</dd>
            <dt>From</dt>
            <dd>${from.name} &lt;${from.address}&gt;</dd>
            <dt>Written</dt>
            <dd>${formatTime(written)}, ${formatLongDate(written.slice(0, 10))}</dd>
            <dt>Bulletin</dt>
            <dd>
              <a href="bulletin.html">See the bulletin</a>, hash <code>${hash.slice(0, 12)}</code>
            </dd>
          </dl>
          <h2>Messages</h2>
          <p>Each opens in a mail program.</p>
          <ol>
            ${raw(messagesHere)}
          </ol>
        </main>
      </body>
    </html>`;
  const [start = '', end = ''] = String(page).split(messagesHere);
  return { start, end: `${end}\n` };
}

/** One line of the list of messages. */
export async function outboxPageEntry(file: string, { name, address }: Recipient): Promise<string> {
  const label = name === '' ? address : name;
  const beside = name === '' ? '' : html` <span>${address}</span>`;
  return String(await html`<li><a href="${file}">${label}</a>${beside}</li>`);
}

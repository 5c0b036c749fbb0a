import { html } from 'hono/html';
import { formatDate, formatLongDate, formatTime } from '../../../dates/format.ts';
import { localTimeAt } from '../../../dates/new-zealand.ts';
import { audienceById } from '../../../publication/site.ts';
import { type Mailing, mailAddress } from '../../mail/list-mailings.ts';
import { deskPage, type Markup } from '../desk-page.ts';

/** What each state of a bulletin is called. */
export const stateOfMailing: Readonly<Record<Mailing['state'], string>> = {
  draft: 'Draft',
  open: 'Not approved yet',
  approved: 'Approved',
  freezing: 'Begins to be sent',
  frozen: 'Scheduled',
  sending: 'Being sent',
  paused: 'Paused',
  review: 'Needs a person',
  done: 'Sent',
  cancelled: 'Cancelled',
};

/** The mark beside the word, one of those of the list of documents. */
const marks: Readonly<Record<Mailing['state'], string>> = {
  draft: 'draft',
  open: 'ready',
  approved: 'approved',
  freezing: 'sending',
  frozen: 'scheduled',
  sending: 'sending',
  paused: 'due',
  review: 'due',
  done: 'sent',
  cancelled: 'ready',
};

export const mailState = (state: Mailing['state']): Markup =>
  html`<span class="state state-${marks[state]}">${stateOfMailing[state]}</span>`;

/** Every bulletin of the newest editions, and where it stands. */
export const mailListPage = (mailings: readonly Mailing[], person: string | undefined): Markup =>
  deskPage(
    { title: 'Send', current: 'mail', person },
    html`<h1>Approve, send, answer for it</h1>
      <p class="lead">
        Each bulletin that is published goes to its list once, after somebody approved it.
      </p>
      ${
        mailings.length === 0
          ? html`<p class="calm">
              No bulletin is built yet. <a href="/desk/publish/">Publish the site</a> first.
            </p>`
          : ''
      }
      ${[...Map.groupBy(mailings, ({ edition }) => edition)].map(
        ([edition, own]) =>
          html`<section aria-labelledby="e-${edition}">
            <h2 id="e-${edition}">${own[0]?.title ?? ''}, ${formatDate(edition.slice(0, 10))}</h2>
            <ul class="documents">
              ${own.map((one) => html`<li>${row(one)}</li>`)}
            </ul>
          </section>`,
      )}
      <p><a href="/desk/trail/">Who did what</a></p>`,
  );

const row = (one: Mailing) =>
  html`<div class="document">
    <a href="${mailAddress(one)}"
      >${audienceById(one.audience).name}<span class="visually-hidden">, ${one.edition}</span></a
    >
    ${mailState(one.state)}
    <span class="fine"
      >${one.sendAt !== null && one.state === 'frozen' ? `Begins ${atTime(one.sendAt)}` : one.subject}</span
    >
  </div>`;

/** "at 9:05am on Friday 8 May 2026" */
export function atTime(moment: string): string {
  const time = localTimeAt(new Date(moment));
  return `at ${formatTime(time)} on ${formatLongDate(time.slice(0, 10))}`;
}

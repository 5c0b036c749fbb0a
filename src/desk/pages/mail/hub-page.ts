import { html } from 'hono/html';
import { formatDate } from '../../../dates/format.ts';
import type { BulletinStatus } from '../../../delivery/delivery-status.ts';
import type { Act } from '../../../delivery/trail/act.ts';
import { audienceById } from '../../../publication/site.ts';
import { mailAddress } from '../../mail/list-mailings.ts';
import { deskPage, type Markup } from '../desk-page.ts';
import { when } from '../when.ts';
import { mailState } from './mail-list-page.ts';
import { progressPart } from './progress-part.ts';
import { actList } from './trail-page.ts';

/** Where one bulletin stands. */
export interface HubPage {
  status: BulletinStatus;
  isDraft: boolean;
  acts: readonly Act[];
  /** What just came of something, as a sentence. */
  done: string | undefined;
  /** Why nothing can reach real people from here. */
  closed: string | undefined;
  /** What became of it, once it is being sent. */
  report: Markup;
  now: Date;
  person: string | undefined;
}

/** Where a bulletin stands between its build and the report, and what comes next. */
export function hubPage(page: HubPage): Markup {
  const { status, acts, done, now, person } = page;
  const { edition, audience, title, dispatch } = status;
  const heading = `${title}, ${formatDate(edition.slice(0, 10))}, for ${audienceById(audience).name}`;
  return deskPage(
    { title: heading, current: 'mail', person, scripts: ['progress'] },
    html`<h1>${heading}</h1>
      <p><a href="/desk/mail/">All editions</a></p>
      ${done === undefined ? '' : html`<p class="done" role="status">${done}</p>`}
      ${dispatch && !(dispatch.status === 'cancelled' && !dispatch.attempted) ? html`${progressPart(status, dispatch, now)} ${page.report}` : steps(page)}
      <section aria-labelledby="who">
        <h2 id="who">Who did what</h2>
        ${actList(acts, now)}
        <p><a href="/desk/trail/">All that was done</a></p>
      </section>`,
  );
}

function steps({ status, isDraft, closed, now }: HubPage): Markup {
  const { approval, dispatch, subject, subscribers, rehearsal } = status;
  const address = mailAddress(status);
  const state = isDraft ? 'draft' : approval.approved ? 'approved' : 'open';
  return html`<p>${mailState(state)}</p>
    ${
      dispatch
        ? html`<p class="notice">
            A dispatch of it was cancelled before anything had left. Approved again, it can still be
            sent.
          </p>`
        : ''
    }
    <p class="lead">“${subject}”</p>
    <section aria-labelledby="look">
      <h2 id="look">1. Look at it as it arrives</h2>
      <form method="post" action="${address}test/" class="stack">
        <label for="to">Send a test to</label>
        <input id="to" name="to" type="email" autocomplete="email" required />
        ${
          closed === undefined
            ? html`<p class="fine">
                One message, marked [TEST] in its subject. No list is touched.
              </p>`
            : html`<p class="fine">${closed} A test is written as a file instead.</p>`
        }
        <button class="button quiet">Send a test</button>
      </form>
      <form method="post" action="${address}rehearse/">
        <p>
          <button class="button quiet">Rehearse</button>
          <a href="${address}messages/">See every message</a>
        </p>
        <p class="fine">
          ${rehearsal === null ? 'A rehearsal writes each message as a file, and sends nothing.' : `${rehearsal.count} messages were written ${when(rehearsal.writtenAt, now)}${rehearsal.changed.length > 0 ? `; ${rehearsal.changed.join(' and ')} changed since` : ''}. Nothing was sent.`}
        </p>
      </form>
    </section>
    <section aria-labelledby="approval">
      <h2 id="approval">2. Approve it</h2>
      ${approval.by.map(({ name, approvedAt }) => html`<p>Approved by ${name}, ${when(approvedAt, now)}.</p>`)}
      ${approval.changed.length > 0 ? html`<p class="notice">It changed since it was approved: ${approval.changed.join(', ')}. The approval has lapsed.</p>` : ''}
      <p>
        <a class="button${approval.approved ? ' quiet' : ''}" href="${address}approve/"
          >${approval.approved ? 'See what was approved' : 'Read and approve it'}</a
        >
      </p>
    </section>
    <section aria-labelledby="sending">
      <h2 id="sending">3. Send it</h2>
      <p>${subscribers} people are on the list.</p>
      ${closed === undefined ? '' : html`<p class="notice">${closed}</p>`}
      <p>
        <a class="button${approval.approved ? '' : ' quiet'}" href="${address}send/"
          >Choose when, and send</a
        >
      </p>
    </section>`;
}

import { html } from 'hono/html';
import type { BulletinStatus, DispatchProgress } from '../../../delivery/delivery-status.ts';
import { mailAddress } from '../../mail/list-mailings.ts';
import type { Markup } from '../desk-page.ts';
import { when } from '../when.ts';
import { atTime, mailState } from './mail-list-page.ts';

/** How far a dispatch is, and what can be done about it; it is asked again while it moves. */
export function progressPart(
  status: Pick<BulletinStatus, 'edition' | 'audience'>,
  dispatch: DispatchProgress,
  now: Date,
): Markup {
  const { halted, total, counts, reason, finishedAt, bulletinChanged } = dispatch;
  const moves = ['freezing', 'frozen', 'sending'].includes(dispatch.status);
  const settled = total - counts.pending;
  return html`<section aria-labelledby="far">
    <h2 id="far">How far it is</h2>
    <div id="progress" role="status" ${moves ? html`data-every="3000"` : ''}>
      <p>${mailState(dispatch.status)}</p>
      <p class="lead">${said(dispatch, now)}</p>
      <progress aria-label="Messages" max="${total}" value="${settled}"></progress>
      <p>${settled} of ${total} are settled: ${numbers(dispatch)}.</p>
      ${reason === '' ? '' : html`<p class="notice">${reason}</p>`}
      ${halted === null ? '' : html`<p class="wrong">${haltWords[halted]}</p>`}
      ${bulletinChanged && finishedAt === null ? html`<p class="notice">The site was published anew since. What goes out is what was approved and frozen before.</p>` : ''}
    </div>
    ${
      moves
        ? html`<noscript
            ><p><a href="${mailAddress(status)}">See how far it is</a></p></noscript
          >`
        : ''
    }
    ${buttons(status, dispatch)}
  </section>`;
}

const haltWords = {
  missed: 'The time to begin has passed, and nothing was sent yet. If this stays, let it go on.',
  unattended: 'Nothing is sending it at this moment. If this stays, let it go on.',
} as const;

function said({ status, sendAt, finishedAt, total }: DispatchProgress, now: Date): string {
  if (status === 'done') return `It went out, and was finished ${when(finishedAt ?? '', now)}.`;
  if (status === 'cancelled') return `It was cancelled ${when(finishedAt ?? '', now)}.`;
  if (status === 'paused') return 'It is paused: nothing new is begun.';
  if (status === 'review') return 'It waits for a person to decide something.';
  const isAhead = sendAt !== null && Date.parse(sendAt) > now.getTime();
  return isAhead
    ? `It goes out ${atTime(sendAt)}, to ${total} people. You can close this window.`
    : 'It is going out now. You can close this window.';
}

/** "3 accepted, 1 left out" */
export function numbers({ counts }: Pick<DispatchProgress, 'counts'>): string {
  const { accepted, takenAsSent, excluded, needsPerson, pending } = counts;
  const part = (count: number, words: string) => (count > 0 ? [`${count} ${words}`] : []);
  return [
    `${accepted} accepted by the provider`,
    ...part(takenAsSent, 'taken as sent'),
    ...part(excluded, 'left out'),
    ...part(needsPerson, 'waiting for a person'),
    ...part(pending, 'to come'),
  ].join(', ');
}

function buttons(
  status: Pick<BulletinStatus, 'edition' | 'audience'>,
  { status: state, halted }: DispatchProgress,
): Markup {
  const address = mailAddress(status);
  const button = (act: string, words: string, quiet = true) =>
    html`<form method="post" action="${address}${act}/">
      <button class="button${quiet ? ' quiet' : ''}">${words}</button>
    </form>`;
  if (state === 'done' || state === 'cancelled') return html``;
  const stops = state === 'paused' || state === 'review';
  return html`<div class="write-actions acts">
    ${stops || halted !== null ? button('resume', 'Let it go on', false) : ''}
    ${stops ? '' : button('pause', 'Pause')}
    <details>
      <summary>Cancel it for good</summary>
      <form method="post" action="${address}cancel/">
        <p>
          Whoever has no message yet gets none. What has left cannot be called back. This cannot be
          undone.
        </p>
        <button class="button quiet">Cancel it for good</button>
      </form>
    </details>
  </div>`;
}

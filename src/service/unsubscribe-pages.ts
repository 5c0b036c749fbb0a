import { html } from 'hono/html';
import type { Subscription } from '../delivery/people/unsubscribe.ts';
import { bulletins, page, whyOff, type ServicePage } from './service-page.ts';

/** Asks; to open it changes nothing, because mail scanners open every link (RFC 8058, 1). */
export const askPage = (one: Subscription, others: readonly Subscription[]): ServicePage =>
  page(
    'Stop these bulletins?',
    html`<p>You get ${bulletins(one)} by email. Press the button to stop it straight away.</p>
      <form method="post" action="/unsubscribe/${one.token}">
        <button>Stop these bulletins</button>
      </form>
      ${alsoOn(others)}
      <p>To keep getting them, close this page. Nothing has changed.</p>
      ${allOf(one)}`,
  );

/**
 * Says that somebody is off a list, and what will become of that: who left stays off, whatever list comes, and
 * may take it back; who was taken off is told why, and may say that they want to stay off.
 */
export const offPage = (one: Subscription, others: readonly Subscription[]): ServicePage =>
  page(
    'You are off the list',
    html`${one.status === 'unsubscribed' ? left(one) : takenOff(one)} ${alsoOn(others)}
      <p>Every bulletin can also be read <a href="/">on this site</a>.</p>
      ${allOf(one)}`,
  );

const left = (one: Subscription) =>
  html`<p>You will not get ${bulletins(one)} by email any more.</p>
    ${one.mayReturn && undoButton(one)}`;

const takenOff = (one: Subscription) =>
  html`<p>This is about ${bulletins(one)}.</p>
    ${whyOff(one)} ${one.status === 'removed' && stayOffButton(one)}`;

const stayOffButton = ({ token }: Subscription) =>
  html`<form method="post" action="/unsubscribe/${token}">
    <button>Stay off this list</button>
  </form>`;

const undoButton = ({ token }: Subscription) =>
  html`<form method="post" action="/unsubscribe/${token}/undo">
    <button class="quiet">Undo: keep sending them</button>
  </form>`;

/** Confirms that somebody is on a list again. */
export const undonePage = (one: Subscription): ServicePage =>
  page(
    'You are on the list again',
    html`<p>You will keep getting ${bulletins(one)} by email.</p>
      <p><a href="/unsubscribe/${one.token}">Stop these bulletins</a></p>
      ${allOf(one)}`,
  );

const alsoOn = (others: readonly Subscription[]) =>
  others.map(
    (other) =>
      html`<p>
        You also get ${bulletins(other)}. <a href="/unsubscribe/${other.token}">Stop those too</a>
      </p>`,
  );

const allOf = ({ token }: Subscription) =>
  html`<p><a href="/preferences/${token}">See all the bulletins you get</a></p>`;

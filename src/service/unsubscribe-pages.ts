import { html } from 'hono/html';
import type { Subscription } from '../delivery/unsubscribe.ts';
import { audiences, sender, site } from '../site.ts';

type Page = ReturnType<typeof html>;

const bulletins = ({ list }: Subscription) =>
  html`the <strong>${site.newsletter}</strong> for <strong>${audiences[list].longName}</strong>`;

/** Asks; to open it changes nothing, because mail scanners open every link (RFC 8058, 1). */
export const askPage = (one: Subscription, others: readonly Subscription[]): Page =>
  page(
    'Stop these bulletins?',
    html`<p>You get ${bulletins(one)} by email. Press the button to stop it at once.</p>
      <form method="post" action="/unsubscribe/${one.token}">
        <button>Stop these bulletins</button>
      </form>
      ${alsoOn(others)}
      <p>To keep getting them, close this page. Nothing has changed.</p>`,
  );

/** Confirms that somebody is off a list, and lets them take it back. */
export const stoppedPage = (one: Subscription, others: readonly Subscription[]): Page =>
  page(
    'You are off the list',
    html`<p>You will not get ${bulletins(one)} by email any more.</p>
      <form method="post" action="/unsubscribe/${one.token}/undo">
        <button class="quiet">Undo: keep sending them</button>
      </form>
      ${alsoOn(others)}
      <p>Every bulletin can also be read <a href="/">on this site</a>.</p>`,
  );

/** Confirms that somebody is on a list again. */
export const undonePage = (one: Subscription): Page =>
  page(
    'You are on the list again',
    html`<p>You will keep getting ${bulletins(one)} by email.</p>
      <p><a href="/unsubscribe/${one.token}">Stop these bulletins</a></p>`,
  );

/** For a token that names nothing. */
export const unknownPage = (): Page =>
  page(
    'We do not know this link',
    html`<p>It may have been cut short. Open the whole link from the end of a bulletin.</p>
      <p>
        If bulletins keep coming, write to
        <a href="mailto:${sender.unsubscribeAddress}">${sender.unsubscribeAddress}</a> and we will
        stop them.
      </p>`,
  );

const alsoOn = (others: readonly Subscription[]) =>
  others.map(
    (other) =>
      html`<p>
        You also get ${bulletins(other)}. <a href="/unsubscribe/${other.token}">Stop those too</a>
      </p>`,
  );

const page = (title: string, body: Page): Page =>
  html`<!doctype html>
    <html lang="${site.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} – ${site.name}</title>
        <link rel="stylesheet" href="/service.css" />
      </head>
      <body>
        <header class="masthead"><span>${site.name}</span></header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;

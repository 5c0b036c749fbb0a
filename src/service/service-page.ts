import { html } from 'hono/html';
import type { Subscription } from '../delivery/people/unsubscribe.ts';
import { language, publication } from '../publication/site.ts';

export type ServicePage = ReturnType<typeof html>;

/** What a place on a list means to its person: "the … Newsletter for Schools and kura". */
export const bulletins = ({ list }: Pick<Subscription, 'list'>): ServicePage =>
  html`the <strong>${publication().newsletter}</strong> for <strong>${longNameOf(list)}</strong>`;

/** What a list is called; by its id where its audience is not in `content/site.yaml` any more. */
export const longNameOf = (list: string): string =>
  publication().audiences.find(({ id }) => id === list)?.longName ?? list;

/** Where a person reads what they ask by mail. */
export function unsubscribeMail(): ServicePage {
  const { unsubscribeAddress } = publication().sender;
  return html`<a href="mailto:${unsubscribeAddress}">${unsubscribeAddress}</a>`;
}

/**
 * Why somebody is not on a list that they did not leave by themselves. It promises nothing that the next list
 * from the office may change. A complaint holds for good, so nobody is sent to staff who could do nothing about it.
 */
export function whyOff({ status }: Pick<Subscription, 'status'>): ServicePage {
  if (status === 'removed') {
    return html`<p>
      You do not get these bulletins now: you were not in the last list that we were given. A new
      list may put you on again, unless you say that you want to stay off.
    </p>`;
  }
  const write = unsubscribeMail();
  return status === 'bounced'
    ? html`<p>
        We stopped, because a bulletin to your address came back as undeliverable. To get them
        again, write to ${write}.
      </p>`
    : html`<p>
        We stopped for good, because a bulletin to your address was reported as spam. To get them at
        another address, write to ${write}.
      </p>`;
}

/** For a token that names nothing. */
export const unknownPage = (): ServicePage =>
  page(
    'We do not know this link',
    html`<p>It may have been cut short. Open the whole link from the end of a bulletin.</p>
      <p>If bulletins keep coming, write to ${unsubscribeMail()} and we will stop them.</p>`,
  );

/** For who asks while another program is writing into the store. */
export const busyPage = (): ServicePage =>
  page(
    'Please try again in a moment',
    html`<p>We could not save this just now. Wait a few seconds, then try again.</p>
      <p>If it keeps failing, write to ${unsubscribeMail()} and we will do it for you.</p>`,
  );

/** A page of the service around its content. */
export function page(title: string, body: ServicePage): ServicePage {
  const { name, organisation } = publication();
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} – ${name}</title>
        <link rel="stylesheet" href="/service.css" />
      </head>
      <body>
        <header class="masthead">
          <p><span lang="mi">${organisation.mi}</span> <span>${organisation.en}</span></p>
          <a href="/">${name}</a>
        </header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
}

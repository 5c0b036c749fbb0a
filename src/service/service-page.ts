import { html } from 'hono/html';
import type { Subscription } from '../delivery/lists/unsubscribe.ts';
import { audiences, sender, site } from '../publication/site.ts';

export type ServicePage = ReturnType<typeof html>;

/** What a place on a list means to its person: "the … Newsletter for Schools and kura". */
export const bulletins = ({ list }: Pick<Subscription, 'list'>): ServicePage =>
  html`the <strong>${site.newsletter}</strong> for <strong>${audiences[list].longName}</strong>`;

/** For a token that names nothing. */
export const unknownPage = (): ServicePage =>
  page(
    'We do not know this link',
    html`<p>It may have been cut short. Open the whole link from the end of a bulletin.</p>
      <p>
        If bulletins keep coming, write to
        <a href="mailto:${sender.unsubscribeAddress}">${sender.unsubscribeAddress}</a> and we will
        stop them.
      </p>`,
  );

/** A page of the service around its content. */
export const page = (title: string, body: ServicePage): ServicePage =>
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
        <header class="masthead">
          <p><span lang="mi">${site.organisation.mi}</span> <span>${site.organisation.en}</span></p>
          <a href="/">${site.name}</a>
        </header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;

import { html } from 'hono/html';
import { language, publication } from '../../publication/site.ts';

/** A part of a page of the desk: everything that is put into it is escaped. */
export type Markup = ReturnType<typeof html>;

/** What stands around the content of a page of the desk. */
export interface Frame {
  /** Unlike that of any other page of the desk (WCAG 2.2, 2.4.2). */
  title: string;
  /** The page of the menu that this is or belongs to. */
  current: DeskPlace | 'write';
  /** Who is at work, where they said so. */
  person: string | undefined;
  /** The modules of the desk that the page runs, by name. */
  scripts?: readonly string[];
  /** Whether it takes the whole width of a window. */
  wide?: boolean;
}

type DeskPlace = keyof typeof places;

const places = {
  home: ['/desk/', 'Documents'],
  new: ['/desk/new/', 'New'],
  publish: ['/desk/publish/', 'Publish'],
  mail: ['/desk/mail/', 'Send'],
  help: ['/desk/help/', 'Help'],
} as const;

/** A page of the desk around its content. */
export function deskPage(frame: Frame, body: Markup): Markup {
  const { title, current, person, scripts = [], wide = false } = frame;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} – ${nameOfDesk()}</title>
        <link rel="stylesheet" href="/desk/assets/desk.css" />
        <link rel="icon" href="/desk/assets/icon.svg" type="image/svg+xml" />
        ${['frame', ...scripts].map((name) => html`<script type="module" src="/desk/assets/${name}.js"></script>`)}
      </head>
      <body class="${wide ? 'wide' : ''}">
        <a class="skip" href="#main">Skip to the main content</a>
        <header class="desk-masthead">
          <p class="name"><a href="/desk/">${nameOfDesk()}</a></p>
          <nav aria-label="Desk">
            <ul>
              ${Object.entries(places).map(([place, [href, words]]) =>
                place === current
                  ? html`<li><a href="${href}" aria-current="page">${words}</a></li>`
                  : html`<li><a href="${href}">${words}</a></li>`,
              )}
            </ul>
          </nav>
          <p class="person">
            ${person === undefined ? html`<a href="/desk/name/">Say who you are</a>` : html`<a href="/desk/name/"><span class="visually-hidden">You are </span>${person}</a>`}
          </p>
        </header>
        <main id="main" tabindex="-1">${body}</main>
      </body>
    </html>`;
}

/** What the desk is called, also where there is no publication yet. */
function nameOfDesk(): string {
  try {
    return `${publication().name}: desk`;
  } catch {
    return 'Pānui: desk';
  }
}

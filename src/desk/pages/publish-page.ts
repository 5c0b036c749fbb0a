import { html } from 'hono/html';
import { countOfWord } from '../../checks/describe-report.ts';
import { countOf, type CheckReport } from '../../checks/finding.ts';
import { writeAddress } from '../documents/desk-document.ts';
import type { SiteChange } from '../publishing/changes.ts';
import type { Published, Publishing } from '../publishing/publisher.ts';
import { deskPage, type Markup } from './desk-page.ts';
import { problemList } from './fault-page.ts';
import { when } from './when.ts';

/** All that the page says where the site is published. */
export interface PublishPage {
  folder: string;
  changes: readonly SiteChange[];
  report: CheckReport;
  publishing: Publishing;
  last: Published | undefined;
  /** How many documents somebody has typed in and not saved. */
  unsaved: number;
  now: Date;
  person: string | undefined;
}

/** What will change on the site, and how publishing it goes. */
export function publishPage(page: PublishPage): Markup {
  const { publishing, last, now, person } = page;
  return deskPage(
    { title: 'Publish', current: 'publish', person, scripts: ['progress'] },
    html`<h1>Publish the site</h1>
      <div
        id="progress"
        role="status"
        ${publishing.stage === 'building' ? html`data-every="1000"` : ''}
      >
        ${progress(page)}
      </div>
      ${
        publishing.stage === 'building'
          ? html`<noscript
              ><p><a href="/desk/publish/">See how far it is</a></p></noscript
            >`
          : ready(page)
      }
      ${last ? html`<p class="fine">Published last ${when(last.at, now)}${last.by === '' ? '' : ` by ${last.by}`}.</p>` : ''}`,
  );
}

function progress({ publishing, last, folder }: PublishPage): Markup {
  if (publishing.stage === 'idle') return html``;
  if (publishing.stage === 'building') {
    const { seconds } = publishing;
    const usual = last?.seconds;
    const words = `Building: ${Math.round(seconds)} seconds${usual === undefined ? '' : ` of about ${Math.round(usual)}`}.`;
    return html`<p class="done">${words} The site stays as it is until the new one is complete.</p>
      ${usual === undefined ? html`<progress aria-label="The build"></progress>` : html`<progress aria-label="The build" max="${usual}" value="${Math.min(seconds, usual)}"></progress>`}`;
  }
  if (publishing.stage === 'done') {
    const { report, seconds } = publishing;
    return html`<p class="done">
      <strong>Published.</strong> ${report.pages} pages, in ${Math.round(seconds)} seconds.
      <a href="/">Look at the site</a>
    </p>`;
  }
  const { problems } = publishing;
  return html`<div class="wrong">
      <strong>Nothing was published.</strong> The site is as it was.
    </div>
    ${
      problems.length > 0
        ? problemList(problems, folder)
        : html`<p>Please try again. If it keeps failing, show whoever looks after Pānui this:</p>
            <pre tabindex="0">${publishing.words}</pre>`
    }`;
}

const changeWords = { new: 'New', changed: 'Changed', gone: 'Goes away' } as const;

function ready({ changes, report, unsaved }: PublishPage): Markup {
  const errors = countOf(report, 'error');
  return html`<section aria-labelledby="changes">
      <h2 id="changes">
        ${changes.length === 0 ? 'Nothing has changed' : `What will change: ${countOfWord(changes.length, 'document')}`}
      </h2>
      ${changes.length === 0 ? html`<p class="calm">The site says what the documents say, drafts left out.</p>` : ''}
      <ul class="documents">
        ${changes.map(
          ({ path, title, change }) =>
            html`<li>
              <div class="document">
                ${change === 'gone' ? html`<span>${title}</span>` : html`<a href="${writeAddress(path)}">${title}</a>`}
                <strong>${changeWords[change]}</strong> <span class="fine">${path}</span>
              </div>
            </li>`,
        )}
      </ul>
    </section>
    ${unsaved > 0 ? html`<p class="notice">In ${countOfWord(unsaved, 'document')} something is typed and not saved. It is not published.</p>` : ''}
    ${
      errors > 0
        ? html`<p class="wrong">
            ${countOfWord(errors, 'error')} in documents that are no drafts. They have to be mended
            first. <a href="/desk/">See which</a>
          </p>`
        : html`<form method="post" action="/desk/publish/">
            <p class="write-actions"><button class="button">Publish</button></p>
          </form>`
    }`;
}

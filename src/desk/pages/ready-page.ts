import { html } from 'hono/html';
import { countOf, type CheckReport } from '../../checks/finding.ts';
import { writeAddress } from '../documents/desk-document.ts';
import { deskPage, type Markup } from './desk-page.ts';
import { findingsList } from './findings-list.ts';

/** Where a person makes a draft ready, with all that the checks say of it for sending. */
export function readyPage({
  path,
  title,
  report,
  hash,
  isUnsaved,
  person,
}: {
  path: string;
  title: string;
  report: CheckReport;
  hash: string;
  isUnsaved: boolean;
  person: string | undefined;
}): Markup {
  const errors = countOf(report, 'error');
  const canBe = errors === 0 && !isUnsaved;
  return deskPage(
    { title: `Ready? ${title}`, current: 'write', person },
    html`<h1>Is “${title}” ready?</h1>
      <p class="lead">
        What is ready goes onto the site with the next build, and can be approved and sent.
      </p>
      ${isUnsaved ? html`<p class="wrong">Something in it is not saved yet. <a href="${writeAddress(path)}">Save it first</a>, since only what is saved becomes ready.</p>` : ''}
      ${errors > 0 ? html`<p class="wrong">Errors have to be mended before it can be ready. <a href="${writeAddress(path)}">Mend them</a></p>` : ''}
      <section aria-labelledby="says">
        <h2 id="says">What the checks say</h2>
        ${findingsList(report, { address: writeAddress(path), canAct: false })}
      </section>
      <form method="post" action="/desk/ready/${path}">
        <input type="hidden" name="hash" value="${hash}" />
        <p class="write-actions">
          ${canBe ? html`<button class="button">Yes, it is ready</button>` : ''}
          <a class="button quiet" href="${writeAddress(path)}">Go on writing</a>
        </p>
      </form>`,
  );
}

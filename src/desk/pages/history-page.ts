import { html } from 'hono/html';
import { writeAddress } from '../documents/desk-document.ts';
import type { ChangedBlock } from '../history/describe-change.ts';
import type { Version } from '../../history/version.ts';
import { deskPage, type Markup } from './desk-page.ts';
import { difference } from './difference.ts';
import { when } from './when.ts';

/** What a document was and who made it so. */
export interface HistoryPage {
  path: string;
  title: string;
  /** Newest first. */
  versions: readonly Version[];
  /** The version that is looked at, with what it changed; nothing where there is none before it. */
  chosen: { version: Version; changes: readonly ChangedBlock[] | undefined } | undefined;
  now: Date;
  person: string | undefined;
}

/** Who changed a document, when and how, and the way back to any of its texts. */
export function historyPage(page: HistoryPage): Markup {
  const { path, title, versions, chosen, now, person } = page;
  return deskPage(
    { title: `History: ${title}`, current: 'write', person },
    html`<h1>What “${title}” was</h1>
      <p><a href="${writeAddress(path)}">Back to the text</a></p>
      ${chosen ? change(page) : ''}
      ${
        versions.length === 0
          ? html`<p class="calm">
              Nobody has changed it at the desk yet. What it was before is kept with the first
              change.
            </p>`
          : html`<ol class="documents" reversed>
              ${versions.map(
                (version) =>
                  html`<li>
                    <div class="document">
                      <a
                        href="/desk/history/${path}?version=${version.id}"
                        ${version.id === chosen?.version.id ? html`aria-current="true"` : ''}
                        >Saved ${when(version.at, now)}</a
                      >
                      <span>${version.by === '' ? 'Nobody said' : version.by}</span>
                      <span class="fine">${version.words}</span>
                    </div>
                  </li>`,
              )}
            </ol>`
      }`,
  );
}

function change({ path, chosen, now }: HistoryPage): Markup {
  if (!chosen) return html``;
  const { version, changes } = chosen;
  return html`<section class="change" aria-labelledby="change">
    <h2 id="change">
      Saved ${when(version.at, now)}${version.by === '' ? '' : ` by ${version.by}`}
    </h2>
    ${
      changes === undefined
        ? html`<p>This is the first that is known of it.</p>`
        : changes.length === 0
          ? html`<p>No word was changed.</p>`
          : difference(changes)
    }
    <form method="post" action="/desk/history/${path}">
      <input type="hidden" name="version" value="${version.id}" />
      <button class="button">Open this text again</button>
      <p class="fine">It stands in the field then. Nothing is changed until you save it.</p>
    </form>
  </section>`;
}

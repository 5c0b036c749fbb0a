import { html } from 'hono/html';
import {
  type DeskDocument,
  type DocumentState,
  kindWords,
  stateWords,
  writeAddress,
} from '../documents/desk-document.ts';
import type { Markup } from './desk-page.ts';

/** The documents of one kind under its name, with how many stand where. */
export function documentList(
  kind: string,
  words: string,
  documents: readonly DeskDocument[],
  most: number,
): Markup {
  const shown = documents.slice(0, most);
  return html`<section aria-labelledby="kind-${kind}">
    <h2 id="kind-${kind}">${words}</h2>
    <p class="fine counts">${countsOf(documents)}</p>
    <ul class="documents">
      ${shown.map((document) => html`<li>${documentRow(document, 'div')}</li>`)}
    </ul>
    ${
      shown.length < documents.length
        ? html`<p>
            <a href="/desk/?kind=${kind}"
              >Show all ${documents.length}<span class="visually-hidden"> under ${words}</span></a
            >
          </p>`
        : ''
    }
  </section>`;
}

/** One document: its title, which leads to it, and where it stands. */
export const documentRow = ({ path, kind, title, state, note }: DeskDocument, tag: 'div' | 'p') => {
  const inside = html`<a href="${writeAddress(path)}">${title}</a> ${stateMark(state)}
    ${note === '' ? '' : html`<span class="fine">${note}</span>`}
    <span class="visually-hidden">${kindWords[kind]}</span>`;
  return tag === 'p'
    ? html`<p class="document">${inside}</p>`
    : html`<div class="document">${inside}</div>`;
};

/** Where a document stands, in a word after a mark whose shape differs. */
export const stateMark = (state: DocumentState): Markup =>
  html`<span class="state state-${state}">${stateWords[state]}</span>`;

/** "12 published, 2 due for review and 1 draft" */
function countsOf(documents: readonly DeskDocument[]): Markup {
  const counts = Object.entries(Object.groupBy(documents, ({ state }) => state)).map(
    ([state, all]) => `${all.length} ${lowered(state)}`,
  );
  const last = counts.pop() ?? '';
  return html`${counts.length > 0 ? `${counts.join(', ')} and ${last}` : last}`;
}

const lowered = (state: string) =>
  (Object.entries(stateWords).find(([name]) => name === state)?.[1] ?? state).toLowerCase();

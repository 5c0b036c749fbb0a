import { html } from 'hono/html';
import { formatLongDate } from '../../dates/format.ts';
import { asUtc } from '../../dates/plain-date.ts';
import type { Matter } from '../documents/attention.ts';
import { type DeskDocument, kindWords, writeAddress } from '../documents/desk-document.ts';
import type { Promised } from '../documents/promises.ts';
import { deskPage, type Markup } from './desk-page.ts';
import { documentList, documentRow } from './document-list.ts';

/** All that the first page of the desk says. */
export interface Home {
  documents: readonly DeskDocument[];
  /** Those that were asked for; all, where nothing was. */
  found: readonly DeskDocument[];
  matters: readonly Matter[];
  /** Whether what the checks say is among them, or they still run. */
  isChecked: boolean;
  next: readonly DeskDocument[];
  /** What the newest edition promises for the next. */
  promised: Promised | undefined;
  question: string;
  /** A kind of which all are shown. */
  kind: string | undefined;
  today: string;
  person: string | undefined;
}

/** The first page: what needs somebody, what goes out next, and every document. */
export const homePage = (home: Home): Markup =>
  deskPage(
    { title: 'Documents', current: 'home', person: home.person, scripts: ['find'] },
    html`<h1 class="visually-hidden">Documents</h1>
      <form class="find" action="/desk/" method="get" role="search">
        <label for="question">Find a document</label>
        <input
          id="question"
          name="q"
          type="search"
          value="${home.question}"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          aria-describedby="find-hint"
        />
        <button class="button" type="submit">Find</button>
        <p class="fine" id="find-hint">
          Words of its title, its text at the top, its state or its file. The key / leads here.
        </p>
      </form>
      <div id="found">
        ${home.question === '' ? html`${now(home)} ${all(home)}` : results(home)}
      </div>`,
  );

const now = ({ matters, isChecked, next, promised, today }: Home) =>
  html`<div class="now">
    <section aria-labelledby="attention">
      <h2 id="attention">Needs attention</h2>
      ${attention(matters, isChecked)}
    </section>
    <section aria-labelledby="next">
      <h2 id="next">Goes out next</h2>
      ${
        next.length === 0
          ? html`<p>Nothing is on its way. <a href="/desk/new/">Begin the next edition</a></p>`
          : html`<ul class="plain">
              ${next.map((document) => upcoming(document, today))}
            </ul>`
      }
      ${
        promised && promised.points.length > 0
          ? html`<h3>Promised for the next edition</h3>
              <ul>
                ${promised.points.map((point) => html`<li>${point}</li>`)}
              </ul>`
          : ''
      }
    </section>
  </div>`;

const most = 8;

function attention(matters: readonly Matter[], isChecked: boolean): Markup {
  const checking = isChecked
    ? ''
    : html`<p role="status" id="checking">
        The checks are still reading everything. <a href="/desk/">Look again in a moment</a>
      </p>`;
  if (matters.length === 0)
    return isChecked
      ? html`<p class="calm">Nothing. Every document passes the checks, and no review is due.</p>`
      : html`${checking}`;
  const item = ({ path, title, why, line }: Matter) =>
    html`<li>
      <a href="${writeAddress(path)}${line === undefined ? '' : `?line=${line}`}">${title}</a>
      <p>${why}</p>
    </li>`;
  const more = matters.slice(most);
  return html`${checking}
    <ul class="matters">
      ${matters.slice(0, most).map(item)}
    </ul>
    ${
      more.length > 0
        ? html`<details>
            <summary>${more.length} more</summary>
            <ul class="matters">
              ${more.map(item)}
            </ul>
          </details>`
        : ''
    }`;
}

const upcoming = (document: DeskDocument, today: string) =>
  html`<li class="upcoming">
    <p class="when">
      ${document.day === '' ? '' : html`<time datetime="${document.day}">${formatLongDate(document.day)}</time> ${inDays(document.day, today)}`}
    </p>
    ${documentRow(document, 'p')}
  </li>`;

function inDays(day: string, today: string): string {
  const days = Math.round((asUtc(day).getTime() - asUtc(today).getTime()) / 86_400_000);
  if (days === 0) return 'today';
  if (days < 0) return days === -1 ? 'yesterday' : `${-days} days ago`;
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

function all({ documents, kind }: Home): Markup {
  return html`${Object.entries(kindWords).map(([name, words]) => {
    const own = documents.filter((document) => document.kind === name);
    if (own.length === 0 || (kind !== undefined && kind !== name)) return '';
    return documentList(name, words, own, kind === name ? own.length : most);
  })}`;
}

function results({ found, question }: Home): Markup {
  const count =
    found.length === 0
      ? 'No document'
      : found.length === 1
        ? '1 document'
        : `${found.length} documents`;
  return html`<section aria-labelledby="results">
    <h2 id="results">${count} for “${question}”</h2>
    <p class="visually-hidden" role="status">${count} found</p>
    ${
      found.length === 0
        ? html`<p>Try fewer words, or the start of one. <a href="/desk/">Show all documents</a></p>`
        : html`<ul class="documents">
            ${found.slice(0, 100).map((document) => html`<li>${documentRow(document, 'div')}</li>`)}
          </ul>`
    }
  </section>`;
}

import { html } from 'hono/html';
import { formatDate } from '../../dates/format.ts';
import { outlineOf } from '../../document/outline.ts';
import type { Content } from '../../content/content.ts';
import type { Problem } from '../../problems/problem.ts';
import { deskPage, type Markup } from './desk-page.ts';
import { problemList } from './fault-page.ts';

/** What can be begun, each as a form of what it needs first. */
export function newPage({
  content,
  folder,
  problems,
  person,
}: {
  content: Content;
  folder: string;
  /** Why nothing could be begun just now. */
  problems: readonly Problem[];
  person: string | undefined;
}): Markup {
  return deskPage(
    { title: 'New', current: 'new', person, scripts: ['drop'] },
    html`<h1>Begin something new</h1>
      <p class="lead">It begins as a draft, with “TBC” wherever there is something to write.</p>
      ${problems.length > 0 ? html`<div class="wrong">${problemList(problems, folder)}</div>` : ''}
      <div class="kinds">
        ${kind('newsletter', 'An edition', 'Begin the edition', [start(content), day('Its day; left out, the next that suits')])}
        ${kind('guidance', 'Guidance', 'Begin the guidance', [title('What it is about, as a reader would say it')])}
        ${kind('known-issue', 'A known issue', 'Begin the known issue', [title('The symptom, as people say it')])}
        ${kind('release', 'A release', 'Begin the release', [title('The system, such as AS-CMS'), day('The day it is in use from; left out, today')])}
        ${kind('correction', 'A correction', 'Begin the correction', [title('What it is about, in a few words'), target(content)])}
        ${kind('contact', 'A contact', 'Begin the contact', [title('The team or the role, never a person')])}
        ${kind('term', 'A term of the glossary', 'Begin the term', [title('The short form or the word itself')])}
      </div>
      ${writtenElsewhere}`,
  );
}

/** Where a file is handed over that was written elsewhere. */
const writtenElsewhere = html`<section aria-labelledby="new-import">
  <h2 id="new-import">Something that was written elsewhere</h2>
  <form
    id="written-elsewhere"
    method="post"
    action="/desk/import/"
    enctype="multipart/form-data"
    class="stack drop"
  >
    <label for="import-as">What it becomes</label>
    <select id="import-as" name="as">
      <option value="newsletter">An edition</option>
      <option value="guidance">Guidance</option>
      <option value="known-issue">A known issue</option>
    </select>
    <label for="import-on">Its day; left out, the one that it says</label>
    <input id="import-on" name="on" type="date" />
    <label for="import-file">
      A Word document, a mail message, a web page, Markdown or plain text: choose it, or drop it
      here
    </label>
    <input
      id="import-file"
      name="source"
      type="file"
      accept=".docx,.docm,.eml,.html,.htm,.xhtml,.md,.markdown,.txt,.text"
    />
    <label for="import-text">Or paste it</label>
    <textarea id="import-text" name="text" rows="4"></textarea>
    <button class="button">Show what it becomes</button>
    <p class="hint">
      You see the draft first, with what is made of which words. Nothing is lost unsaid.
    </p>
  </form>
</section>`;

/** A field of a form, which names it by the kind: labels of all kinds stand on one page. */
type Field = (kind: string) => Markup;

const title =
  (words: string): Field =>
  (of) =>
    html`<label for="${of}-name">${words}</label>
      <input id="${of}-name" name="name" required maxlength="200" autocomplete="off" />`;

const day =
  (words: string): Field =>
  (of) =>
    html`<label for="${of}-on">${words}</label> <input id="${of}-on" name="on" type="date" />`;

/** What an edition begins with: the last one's standing items and promises, unless somebody wants it otherwise. */
const start =
  ({ newsletters, drafts }: Content): Field =>
  (of) =>
    html`<label for="${of}-from">What it begins with</label>
      <select id="${of}-from" name="from">
        ${newsletters
          .filter(({ file }) => !drafts.has(file))
          .slice(0, 12)
          .map(
            ({ id, data }) =>
              html`<option value="${id}">
                What stands in the edition of ${formatDate(data.date)}
              </option>`,
          )}
        <option value="">Nothing: an empty edition</option>
      </select>`;

/** Editions that are no drafts, each with its items: a correction is of what went out. */
const target =
  ({ newsletters, drafts }: Content): Field =>
  (of) =>
    html`<label for="${of}-of">What was wrong</label>
      <select id="${of}-of" name="of">
        ${newsletters
          .filter(({ file }) => !drafts.has(file))
          .slice(0, 12)
          .map(
            ({ id, data, body }) =>
              html`<optgroup label="Edition of ${formatDate(data.date)}">
                <option value="${id}">The whole edition</option>
                ${outlineOf(body).map((item) => html`<option value="${id}#${item.id}">${item.title}</option>`)}
              </optgroup>`,
          )}
      </select>`;

const kind = (word: string, words: string, button: string, fields: readonly Field[]) =>
  html`<section aria-labelledby="new-${word}">
    <h2 id="new-${word}">${words}</h2>
    <form method="post" action="/desk/new/" class="stack">
      <input type="hidden" name="kind" value="${word}" />
      ${fields.map((field) => field(word))}
      <button class="button">${button}</button>
    </form>
  </section>`;

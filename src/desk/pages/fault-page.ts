import { html } from 'hono/html';
import { relative, sep } from 'node:path';
import type { Problem } from '../../problems/problem.ts';
import { writeAddress } from '../documents/desk-document.ts';
import { inDeskWords } from './in-desk-words.ts';
import { deskPage, type Markup } from './desk-page.ts';

/** For an address that the desk does not have. */
export const missingPage = (person: string | undefined): Markup =>
  deskPage(
    { title: 'No such page', current: 'home', person },
    html`<h1>There is no such page</h1>
      <p>
        The document may have another name now. <a href="/desk/">Find it among all documents</a>
      </p>`,
  );

/**
 * For what cannot be done: with each problem, or where there are none because the fault is ours, what to do.
 * @param folder the content folder
 */
export const faultPage = (
  problems: readonly Problem[],
  folder: string,
  person: string | undefined,
): Markup =>
  deskPage(
    { title: 'This did not work', current: 'home', person },
    problems.length === 0
      ? html`<h1>This did not work</h1>
          <p class="lead">Nothing was changed. Please try again.</p>
          <p>
            If it keeps failing, show whoever looks after Pānui what the terminal says.
            <a href="/desk/">Back to all documents</a>
          </p>`
      : html`<h1>First, mend this</h1>
          <p class="lead">Nothing was changed.</p>
          ${problemList(problems, folder)}
          <p><a href="/desk/">Back to all documents</a></p>`,
  );

/** Problems, each with what was expected, what was found and what to do. */
export const problemList = (problems: readonly Problem[], folder: string): Markup =>
  html`<ul class="matters">
    ${problems.map(({ file, line, expected, found, remedy }) => {
      const path = relative(folder, file).replaceAll(sep, '/');
      const place = line === undefined ? path : `${path}, line ${line}`;
      return html`<li>
        ${/^[\w-].*\.(?:mdx|yaml)$/.test(path) ? html`<a href="${writeAddress(path)}${line === undefined ? '' : `?line=${line}`}">${place}</a>` : html`<strong>${path.startsWith('..') ? file : place}</strong>`}
        <p>Expected ${expected}. Found ${found}. ${inDeskWords(remedy)}</p>
      </li>`;
    })}
  </ul>`;

import { html } from 'hono/html';
import { draftLine } from '../../document/yaml/draft-line.ts';
import type { CheckReport } from '../../checks/finding.ts';
import type { OpenDocument } from '../documents/open-to-write.ts';
import { writeAddress } from '../documents/desk-document.ts';
import { previewSite } from '../preview/as-shown.ts';
import { pageAddress } from '../preview/page-address.ts';
import { deskPage, type Markup } from './desk-page.ts';
import { when } from './when.ts';
import { findingsList } from './findings-list.ts';

/** All that the page says on which a document is written. */
export interface WritePage {
  open: OpenDocument;
  title: string;
  report: CheckReport;
  person: string | undefined;
  now: Date;
  /** What was done just now, as a sentence. */
  done: string | undefined;
  /** Whether the rich editor is there, which takes the place of the field. */
  hasEditor: boolean;
}

/** Where a document is written: its text, what the checks say of it, and where it stands. */
export function writePage(page: WritePage): Markup {
  const { open, title, report, person, hasEditor } = page;
  const { source, text, hash, slot, keptAt } = open;
  const isDraft = draftLine(text) !== undefined;
  const isDocument = source.path.endsWith('.mdx');
  return deskPage(
    {
      title,
      current: 'write',
      person,
      wide: true,
      scripts: hasEditor ? ['write', 'editor'] : ['write'],
    },
    html`<form
      id="write"
      method="post"
      action="${writeAddress(source.path)}"
      data-path="${source.path}"
      data-kept="${keptAt ?? ''}"
    >
      <div class="write-head">
        <div>
          <h1>${title}</h1>
          <p class="fine">
            ${source.path}, <a href="/desk/history/${source.path}">what it was before</a>
          </p>
        </div>
        <p id="others" role="status"></p>
        <div class="write-actions">
          <p id="kept" role="status" class="fine">${keptWords(page)}</p>
          <button class="button" name="save" value="yes">Save</button>
          ${isDocument && !isDraft ? html`<button class="button quiet" name="draft" value="yes">Make it a draft again</button>` : ''}
          ${isDocument && isDraft ? html`<a class="button quiet" href="/desk/ready/${source.path}">Make it ready</a>` : ''}
        </div>
      </div>
      ${notices(page)}
      <input type="hidden" name="hash" value="${hash}" />
      <input type="hidden" name="slot" value="${slot}" />
      <div class="write">
        <div>
          <div id="editor" data-document="${source.path}"></div>
          <label for="text">The text${isDraft ? ' of this draft' : ''}</label>
          <textarea
            id="text"
            name="text"
            spellcheck="true"
            lang="en-NZ"
            wrap="soft"
            aria-describedby="text-hint"
          >
${text}</textarea>
          <p class="fine" id="text-hint">What you type is kept as you go. Ctrl S, or ⌘ S, saves.</p>
        </div>
        <aside aria-labelledby="findings-heading">
          <h2 id="findings-heading">What the checks say</h2>
          <div id="findings">
            ${findingsList(report, { address: writeAddress(source.path), canAct: true })}
          </div>
          ${beside(source.path)}
        </aside>
      </div>
    </form>`,
  );
}

function keptWords({ open: { keptAt }, now }: WritePage): string {
  return keptAt === undefined
    ? 'All of it is saved.'
    : `Typed ${when(keptAt, now)}, not saved yet.`;
}

function notices({ open, done, now }: WritePage): Markup {
  const { source, hash, keptAt, elsewhere } = open;
  const address = writeAddress(source.path);
  return html`${done === undefined ? '' : html`<p role="status" class="done">${done}</p>`}
  ${
    keptAt === undefined || done !== undefined
      ? ''
      : html`<p class="notice">
          This is what you typed ${when(keptAt, now)} and have not saved.
          <button class="button quiet" name="discard" value="yes">Go back to what is saved</button>
        </p>`
  }
  ${keptAt !== undefined && hash !== source.hash ? html`<p class="notice">Somebody else has saved this document since you began. When you save, you see both and choose.</p>` : ''}
  ${elsewhere.map(
    ({ by, at, slot }) =>
      html`<p class="notice">
        ${by === '' ? 'Somebody' : by} typed something here ${when(at, now)} that is not saved.
        <a href="${address}?slot=${slot}" data-slot="${slot}">Open it</a>
      </p>`,
  )}`;
}

/* Nothing is started for it until somebody wants to see it. */
const beside = (path: string) =>
  html`<details id="beside" class="beside" data-page="${previewSite}${pageAddress(path)}">
    <summary>What readers will see</summary>
    <p><a href="/desk/preview/${path}">Look at it whole, as page and bulletin</a></p>
    <div id="unread" role="status"></div>
  </details>`;

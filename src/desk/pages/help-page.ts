import { html } from 'hono/html';
import type { Content } from '../../content/content.ts';
import { paths } from '../../content/paths.ts';
import { previewSite } from '../preview/as-shown.ts';
import { deskPage, type Markup } from './desk-page.ts';

/** Help at the desk: how a document goes out, the guide, every block and rule, and the keys. */
export const helpPage = ({ help }: Pick<Content, 'help'>, person: string | undefined): Markup =>
  deskPage(
    { title: 'Help', current: 'help', person },
    html`<h1>Help</h1>
      <div class="now">
        <section aria-labelledby="way">
          <h2 id="way">From the first word to the reader</h2>
          <ol>
            <li>
              <a href="/desk/new/">Begin something new</a>, or bring in a file that was written
              elsewhere. It is a draft: nobody else sees it.
            </li>
            <li>
              Write. What you type is kept as you go, also when this window or this machine stops.
            </li>
            <li>
              Look at what the checks say beside the text. Mend errors; mend warnings, or let them
              stand with a reason.
            </li>
            <li>Look at it as its readers will see it, as page and as bulletin.</li>
            <li>
              Make it ready. It goes onto the site when somebody
              <a href="/desk/publish/">publishes</a>.
            </li>
            <li>
              <a href="/desk/mail/">Approve and send it</a>: somebody approves exactly these bytes,
              then it goes to its list once.
            </li>
            <li>
              Answer for it: the report, the record, and <a href="/desk/trail/">who did what</a>.
            </li>
          </ol>
        </section>
        <section aria-labelledby="guide">
          <h2 id="guide">The guide for authors</h2>
          <ul>
            ${help.map(({ id, data }) => html`<li><a href="${previewSite}${paths.helpPage(id)}">${data.title}</a></li>`)}
            <li><a href="${previewSite}${paths.helpBlocks}">Every block, with examples</a></li>
            <li><a href="${previewSite}${paths.helpKeys}">Every key at the top of a file</a></li>
            <li>
              <a href="${previewSite}${paths.helpChecks}">Every rule of the checks, and why</a>
            </li>
          </ul>
        </section>
        <section aria-labelledby="keys">
          <h2 id="keys">Keys</h2>
          <dl class="keys">
            <dt><kbd>/</kbd></dt>
            <dd>Find a document</dd>
            <dt><kbd>Ctrl</kbd> <kbd>S</kbd>, or <kbd>⌘</kbd> <kbd>S</kbd></dt>
            <dd>Save what you write</dd>
          </dl>
        </section>
      </div>`,
  );

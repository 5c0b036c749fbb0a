import { html } from 'hono/html';
import type { Problem } from '../../problems/problem.ts';
import { writeAddress } from '../documents/desk-document.ts';
import { type Appearance, previewSite } from '../preview/as-shown.ts';
import { deskPage, type Markup } from './desk-page.ts';

/** How a document is looked at. */
export interface Look extends Appearance {
  show: 'page' | 'bulletin' | 'text';
  width: 'phone' | 'desktop';
}

/** One bulletin of the document. */
export interface BulletinShown {
  id: string;
  audience: string;
  name: string;
  /** What it leaves out, a line each. */
  hidden: readonly string[];
  /** In bytes as sent, and how that stands to the limit. */
  size: { bytes: number; level: 'fine' | 'warning' | 'refusal'; limit: number } | undefined;
  text: string | undefined;
}

export interface PreviewPage {
  path: string;
  title: string;
  look: Look;
  /** The address of its page on the site. */
  page: string;
  bulletins: readonly BulletinShown[];
  /** What keeps what is typed from being shown. */
  problems: readonly Problem[];
  person: string | undefined;
}

const choices = {
  show: { page: 'Page', bulletin: 'Bulletin', text: 'Plain text' },
  width: { phone: 'Phone', desktop: 'Desktop' },
  theme: { light: 'Light', dark: 'Dark' },
  images: { on: 'Images on', off: 'Images off' },
} as const;

/** A document as its readers will see it, before anything of it is saved. */
export function previewPage(preview: PreviewPage): Markup {
  const { path, title, look, problems, person } = preview;
  const { show, width, theme } = choices;
  const ofMail = look.show === 'bulletin' ? choices : { show, width, theme };
  const groups = preview.bulletins.length > 0 ? ofMail : { width, theme };
  return deskPage(
    { title: `Preview: ${title}`, current: 'write', person, wide: true, scripts: ['preview'] },
    html`<div class="write-head">
        <div>
          <h1>${title}</h1>
          <p class="fine">As its readers will see it, with what is typed and not saved.</p>
        </div>
        <p class="write-actions">
          <a class="button quiet" href="${writeAddress(path)}">Back to the text</a>
        </p>
      </div>
      <nav aria-label="How to look at it" class="looks">
        ${Object.entries(groups).map(
          ([key, options]) =>
            html`<ul>
              ${Object.entries(options).map(([value, words]) => html`<li>${lookLink(path, look, key, value, words)}</li>`)}
            </ul>`,
        )}
      </nav>
      <div id="unread" role="status">${unread(problems)}</div>
      <div id="preview" data-path="${path}" class="frames ${look.width}">${frames(preview)}</div>`,
  );
}

/** Says why what is typed is not to be seen; empty where it is. */
export const unread = (problems: readonly Problem[]): Markup => {
  const [first] = problems;
  if (!first) return html``;
  const { line, expected, found, remedy } = first;
  return html`<p class="notice">
    This is how it was before: what is typed cannot be read yet.
    ${line === undefined ? '' : `On line ${line}, expected`}
    ${line === undefined ? `Expected ${expected}` : expected}; found ${found}. ${remedy}
  </p>`;
};

function lookLink(path: string, look: Look, key: string, value: string, words: string): Markup {
  const query = new URLSearchParams({ ...look, [key]: value });
  const address = `/desk/preview/${path}?${query.toString()}`;
  return new URLSearchParams({ ...look }).get(key) === value
    ? html`<a href="${address}" aria-current="true">${words}</a>`
    : html`<a href="${address}">${words}</a>`;
}

function frames({ look, page, title, bulletins }: PreviewPage): Markup {
  if (look.show === 'page' || bulletins.length === 0)
    return html`<iframe
      src="${previewSite}${page}?theme=${look.theme}"
      title="The page: ${title}"
    ></iframe>`;
  return html`${bulletins.map((one) => bulletin(one, look))}`;
}

function bulletin({ id, audience, name, hidden, size, text }: BulletinShown, look: Look): Markup {
  const query = new URLSearchParams({ theme: look.theme, images: look.images });
  const address = `${previewSite}/bulletins/${id}/${audience}.html?${query.toString()}`;
  return html`<section aria-labelledby="for-${audience}">
    <h2 id="for-${audience}">For ${name}</h2>
    ${size ? html`<p class="fine size-${size.level}"><meter min="0" max="${size.limit}" value="${size.bytes}" aria-label="Size of the bulletin for ${name}"></meter> ${sizeWords(size)}</p>` : ''}
    ${
      look.show === 'text'
        ? html`<pre tabindex="0" aria-label="The plain text for ${name}">
${text ?? 'It cannot be made yet.'}</pre>`
        : html`<iframe src="${address}" title="The bulletin for ${name}"></iframe>`
    }
    <details>
      <summary>
        ${hidden.length === 0 ? `${name} see all of it` : `${hidden.length} ${hidden.length === 1 ? 'part' : 'parts'} that ${name} will not see`}
      </summary>
      ${
        hidden.length === 0
          ? ''
          : html`<ul>
              ${hidden.map((words) => html`<li>${words}</li>`)}
            </ul>`
      }
    </details>
  </section>`;
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} KB`;

function sizeWords({ bytes, level, limit }: NonNullable<BulletinShown['size']>): string {
  const size = `${kilobytes(bytes)} of at most ${kilobytes(limit)}.`;
  if (level === 'fine') return size;
  return level === 'warning'
    ? `${size} It is getting long: mail programs cut off what is longer.`
    : `${size} It is too long: shorten it, or nothing can be built.`;
}

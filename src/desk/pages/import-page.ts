import { html } from 'hono/html';
import { formatDate, formatDayOrTime, formatLongDate } from '../../dates/format.ts';
import type { Imported } from '../../importing/import-document.ts';
import { lostIn } from '../../importing/loss/compare-facts.ts';
import type { Confidence, Proposal } from '../../importing/notes.ts';
import { formats } from '../../importing/source.ts';
import type { KeptSource } from '../documents/keep-source.ts';
import { labelOf } from '../editing/label-of.ts';
import { deskPage, type Markup } from './desk-page.ts';

/** What a file would become: each block that is proposed, to be taken or left, the draft, and what is not in it. */
export function importPage({
  kept,
  imported,
  person,
}: {
  kept: KeptSource;
  imported: Imported;
  person: string | undefined;
}): Markup {
  const { notes, loss, kind, day, mdx, source } = imported;
  const lost = lostIn(loss);
  const { sentences, numbers, links, phones, addresses } = loss;
  return deskPage(
    { title: `What becomes of ${kept.name}`, current: 'new', person },
    html`<h1>What becomes of ${kept.name}</h1>
      <p class="lead">
        It was read as ${formats[source.format]}, and becomes ${becomes[kind.word] ?? kind.word}, a
        draft dated ${formatLongDate(day)}. Nothing is written yet.
      </p>
      ${
        lost.length > 0
          ? html`<div class="wrong" role="alert">
              <p>
                <strong>Something would be lost, so no draft can be made.</strong> Show this file to
                whoever looks after Pānui.
              </p>
              <ul>
                ${lost.map(({ kind: what, what: words }) => html`<li>${what}: ${words}</li>`)}
              </ul>
            </div>`
          : html`<p>
              <strong>Nothing is lost.</strong> All of it is in the draft, or named on this page:
              ${[
                many(sentences.count, 'sentence'),
                many(numbers.count, 'number'),
                many(links.count, 'link'),
                many(phones.count, 'telephone number'),
              ].join(', ')}
              and ${many(addresses.count, 'address', 'addresses')}.
            </p>`
      }
      <form method="post" action="/desk/import/${kept.id}">
        ${proposals([...notes.proposals, ...notes.left], new Set(notes.left.map(({ id }) => id)))}
        <p class="write-actions">
          ${lost.length > 0 ? '' : html`<button class="button" name="next" value="make">Make the draft</button>`}
          <button class="button quiet" name="next" value="look">Show it with what is ticked</button>
          <a class="button quiet" href="/desk/new/">Another file</a>
        </p>
      </form>
      <section aria-labelledby="draft">
        <h2 id="draft">The draft</h2>
        <pre class="draft" tabindex="0" role="group" aria-label="The draft as a file">${mdx}</pre>
      </section>
      ${said(
        'left-out',
        'Left out, and why',
        notes.leftOut.map(
          ({ words, links: to = [], why }) =>
            html`${[words, ...to].filter((one) => one !== '').join(' ')}
              <p>${why}</p>`,
        ),
      )}
      ${said('to-do', 'Still to do', notes.toDo)} ${said('mended', 'Mended', notes.mended)}
      ${said('contents', 'Where the contents list and the headings differ', notes.contents)}`,
  );
}

const becomes: Readonly<Record<string, string>> = {
  newsletter: 'an edition',
  guidance: 'a page of guidance',
  'known-issue': 'a known issue',
};

const many = (count: number, one: string, more = `${one}s`) =>
  `${count.toLocaleString('en-NZ')} ${count === 1 ? one : more}`;

/** All that is proposed, each block with what it is made of. */
function proposals(all: readonly Proposal[], left: ReadonlySet<string>): Markup {
  if (all.length === 0)
    return html`<p>There is no clear evidence of any block, so all of it stays text.</p>`;
  return html`<fieldset class="proposals">
    <legend>What the words would be made into</legend>
    <p class="hint" id="proposals-hint">
      What is not ticked stays text, word for word. What belongs to one block goes together.
    </p>
    ${[...Map.groupBy(all, ({ id }) => id)].map(
      ([id, parts]) =>
        html`<div class="proposal">
          <input type="hidden" name="of" value="${id}" />
          <input
            type="checkbox"
            id="take-${id}"
            name="take"
            value="${id}"
            aria-describedby="why-${id}"
            ${left.has(id) ? '' : 'checked'}
          />
          <label for="take-${id}">${inWords(parts[0]?.made ?? '')}</label>
          <div id="why-${id}">
            ${parts.map(
              ({ words, confidence, because, made }, index) =>
                html`${index > 0 ? html`<p>${inWords(made)}</p>` : ''}
                  <blockquote>${words}</blockquote>
                  <p class="hint">${sure[confidence]}: ${because}.</p>`,
            )}
          </div>
        </div>`,
    )}
  </fieldset>`;
}

const sure: Readonly<Record<Confidence, string>> = {
  certain: 'Certain',
  likely: 'Likely',
  'a guess': 'A guess',
};

/** `<Session start="2026-05-19T11:00" />` for people who see no tags: "Session: Start 11am, 19 May 2026". */
export const inWords = (made: string): string =>
  made
    .replaceAll(/<([A-Z]\w*)((?:\s[^<>]*?)?)\s*\/?>/g, (_, name: string, props: string) =>
      [labelOf(name), props.trim()].filter((one) => one !== '').join(' – '),
    )
    .replaceAll(
      /(\w+)="([^"]*)"\s*/g,
      (_, prop: string, value: string) => `${labelOf(prop)}: ${valueInWords(value)}; `,
    )
    .replace(/^(\w+)(?=: )/, (key) => labelOf(key))
    .replace(/; $/, '');

const valueInWords = (value: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value)
    ? formatDayOrTime(value)
    : /^\d{4}-\d\d-\d\d$/.test(value)
      ? formatDate(value)
      : value.replace(/^[a-z]+(?:-[a-z]+)+$/, (word) => word.replaceAll('-', ' '));

const said = (id: string, title: string, entries: readonly (string | Markup)[]) =>
  entries.length === 0
    ? ''
    : html`<section aria-labelledby="${id}">
        <h2 id="${id}">${title}</h2>
        <ul class="matters">
          ${entries.map((one) => html`<li>${one}</li>`)}
        </ul>
      </section>`;

import { html } from 'hono/html';
import { writeAddress } from '../documents/desk-document.ts';
import type { Stretch } from '../documents/merge-texts.ts';
import { deskPage, type Markup } from './desk-page.ts';

/** Two texts that were begun from one, where somebody has to choose. */
export interface MergePage {
  path: string;
  title: string;
  stretches: readonly Stretch[];
  /** What the author typed, and what they began from. */
  text: string;
  hash: string;
  slot: string;
  /** The hash of what somebody else saved meanwhile. */
  theirs: string;
  person: string | undefined;
}

/** Where a person joins what they typed with what somebody else saved meanwhile, block by block. */
export function mergePage(page: MergePage): Markup {
  const { path, title, stretches, text, hash, slot, theirs, person } = page;
  const changed = stretches.filter((one) => one.changed !== 'nobody');
  const open = changed.filter((one) => one.changed === 'both').length;
  let choice = 0;
  return deskPage(
    { title: `Two texts: ${title}`, current: 'write', person },
    html`<h1>Somebody else has changed this</h1>
      <p class="lead">
        While you wrote “${title}”, another text was saved. Nothing of yours or theirs is lost.
      </p>
      <p>
        ${open === 0 ? 'You each changed other parts, so that both can stand.' : open === 1 ? 'Both of you changed one part: choose what stands there.' : `Both of you changed ${open} parts: choose what stands in each.`}
      </p>
      <form method="post" action="${writeAddress(path)}">
        <input type="hidden" name="hash" value="${hash}" />
        <input type="hidden" name="slot" value="${slot}" />
        <input type="hidden" name="theirs" value="${theirs}" />
        <textarea name="text" hidden aria-label="What you typed">${text}</textarea>
        <ol class="stretches">
          ${changed.map((one) => html`<li>${one.changed === 'both' ? chooser(one, choice++) : alone(one)}</li>`)}
        </ol>
        <p class="write-actions">
          <button class="button" name="merge" value="yes">Save the two together</button>
          <a class="button quiet" href="${writeAddress(path)}?slot=${slot}">Go on writing mine</a>
        </p>
      </form>`,
  );
}

const by = { mine: 'Yours', theirs: 'Theirs', alike: 'Both of you, the same' } as const;

function alone({ changed, mine, theirs }: Stretch): Markup {
  if (changed === 'nobody' || changed === 'both') return html``;
  const text = changed === 'theirs' ? theirs : mine;
  return html`<p><strong>${by[changed]}</strong> ${text === '' ? 'Taken out.' : ''}</p>
    ${text === '' ? '' : html`<pre tabindex="0">${text}</pre>`}`;
}

function chooser({ mine, theirs }: Stretch, index: number): Markup {
  const name = `choice-${index}`;
  const options = [
    ['mine', 'Yours', mine],
    ['theirs', 'Theirs', theirs],
    ['both', 'Both, yours first', undefined],
  ] as const;
  return html`<fieldset>
    <legend>Both of you changed this</legend>
    ${options.map(
      ([value, words, text]) =>
        html`<div class="option">
          <input
            type="radio"
            id="${name}-${value}"
            name="${name}"
            value="${value}"
            required
            ${value === 'both' ? 'checked' : ''}
          />
          <label for="${name}-${value}">${words}</label>
          ${text === undefined ? '' : text === '' ? html`<p class="fine">Taken out.</p>` : html`<pre tabindex="0">${text}</pre>`}
        </div>`,
    )}
  </fieldset>`;
}

import { html } from 'hono/html';
import type { ChangedBlock } from '../history/describe-change.ts';
import type { Markup } from './desk-page.ts';

/** Blocks that were changed, word by word; said to a screen reader too, which reads no more than the words. */
export const difference = (changes: readonly ChangedBlock[]): Markup =>
  html`${changes.map(({ words }) => html`<pre tabindex="0" aria-label="A change">${words.map(mark)}</pre>`)}`;

const mark = ({ was, text }: ChangedBlock['words'][number]) =>
  was === 'same'
    ? text
    : was === 'gone'
      ? html`<del><span class="visually-hidden">taken out: </span>${text}</del>`
      : html`<ins><span class="visually-hidden">put in: </span>${text}</ins>`;

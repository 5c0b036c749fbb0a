import { html } from 'hono/html';
import type { Subscription } from '../delivery/people/unsubscribe.ts';
import { publication } from '../publication/site.ts';
import { bulletins, longNameOf, page, type ServicePage, whyOff } from './service-page.ts';

/** What a person asked for on the page: `leave` a list, or `return` to one they left. */
export type PreferenceWish = 'leave' | 'return';

/**
 * Every bulletin that a person gets or got, each with a button of its own, so that an old copy of the page
 * changes nothing else.
 * @param token the one that the page was opened with
 * @param done what was changed just now, if anything was
 */
export const preferencesPage = (
  token: string,
  places: readonly Subscription[],
  done?: { place: Subscription; wish: PreferenceWish },
): ServicePage =>
  page(
    'The bulletins you get',
    html`${done && confirmation(done)}
      <p>
        The ${publication().newsletter} comes by email for each of these groups. Changes take effect
        straight away.
      </p>
      ${places.map((place) => section(token, place))}
      <p>Every bulletin can also be read <a href="/">on this site</a>.</p>`,
  );

const confirmation = ({ place, wish }: { place: Subscription; wish: PreferenceWish }) =>
  html`<p role="status" class="done">
    ${wish === 'leave' ? 'Done. You will not get' : 'Done. You will get'} ${bulletins(place)}
    ${wish === 'leave' ? 'any more' : 'again'}.
  </p>`;

function section(token: string, place: Subscription): ServicePage {
  return html`<h2 id="${place.list}">${longNameOf(place.list)}</h2>
    ${standing(token, place)}`;
}

function standing(token: string, place: Subscription): ServicePage {
  const { list, status, mayReturn } = place;
  if (status === 'subscribed') {
    return html`<p>You get these bulletins.</p>
      ${button(token, list, 'leave')}`;
  }
  if (status === 'unsubscribed') {
    return mayReturn
      ? html`<p>You left this list.</p>
          ${button(token, list, 'return')}`
      : html`<p>You are off this list, and you stay off it.</p>`;
  }
  return html`${whyOff(place)} ${status === 'removed' && button(token, list, 'stayOff')}`;
}

/** The words say which bulletins by the heading above: seen, and read out with the button. */
const button = (token: string, list: Subscription['list'], does: keyof typeof buttons) => {
  const { wish, words } = buttons[does];
  return html`<form method="post" action="/preferences/${token}">
    <input type="hidden" name="list" value="${list}" />
    <input type="hidden" name="wish" value="${wish}" />
    ${
      wish === 'leave'
        ? html`<button aria-describedby="${list}">${words}</button>`
        : html`<button aria-describedby="${list}" class="quiet">${words}</button>`
    }
  </form>`;
};

const buttons = {
  leave: { wish: 'leave', words: 'Stop these bulletins' },
  stayOff: { wish: 'leave', words: 'Stay off this list' },
  return: { wish: 'return', words: 'Get them again' },
} as const satisfies Record<string, { wish: PreferenceWish; words: string }>;

import { html } from 'hono/html';
import type { Subscription } from '../delivery/people/unsubscribe.ts';
import { publicAudiences, publication } from '../publication/site.ts';
import { bulletins, longNameOf, page, type ServicePage, whyOff } from './service-page.ts';
import { signUpPath, wantsChoice } from './sign-up-pages.ts';

/** What was changed on the page just now: a list was left, come back to, or chosen of; or the region. */
export type Done =
  { place: Subscription; wish: 'leave' | 'return' | 'choose' } | { wish: 'region' };

/**
 * Every bulletin that a person gets or got, each with a button of its own, so that an old copy of the page
 * changes nothing else.
 * @param token the one that the page was opened with
 * @param region that is known of the person; undefined where nobody is asked for it
 * @param done what was changed just now, if anything was
 */
export const preferencesPage = (
  token: string,
  places: readonly Subscription[],
  region?: string,
  done?: Done,
): ServicePage =>
  page(
    'The bulletins you get',
    html`${done && confirmation(done)}
      <p>
        The ${publication().newsletter} comes by email for each of these groups. Changes take effect
        straight away.
      </p>
      ${places.map((place) => section(token, place))}
      ${region !== undefined && regionForm(token, region)} ${moreLists(places)}
      <p>Every bulletin can also be read <a href="/">on this site</a>.</p>`,
  );

const confirmation = (done: Done) =>
  html`<p role="status" class="done">Done. ${sayDone(done)}.</p>`;

function sayDone(done: Done): ServicePage {
  if (done.wish === 'region') return html`Your region is saved`;
  if (done.wish === 'choose') {
    const which =
      done.place.wants === 'every' ? 'every edition of' : 'only what asks something of you in';
    return html`You will get ${which} ${bulletins(done.place)}`;
  }
  return done.wish === 'leave'
    ? html`You will not get ${bulletins(done.place)} any more`
    : html`You will get ${bulletins(done.place)} again`;
}

const regionForm = (token: string, region: string) =>
  html`<h2 id="region">Your region</h2>
    <form method="post" action="/preferences/${token}">
      <input type="hidden" name="wish" value="region" />
      <label>
        Region
        <select name="region">
          <option value="">Not said</option>
          ${[...new Set([region, ...(publication().regions ?? [])])]
            .filter((one) => one !== '')
            .map((one) => html`<option ${one === region ? 'selected' : ''}>${one}</option>`)}
        </select>
      </label>
      <p><button class="quiet">Save the region</button></p>
    </form>`;

/** Lists that anybody may sign up for, where the person is on none of them yet. */
function moreLists(places: readonly Subscription[]): ServicePage | '' {
  const more = publicAudiences().filter(({ id }) => !places.some(({ list }) => list === id));
  return more.length === 0
    ? ''
    : html`<p>
        There is more: ${more.map(({ longName }) => longName).join('; ')}.
        <a href="${signUpPath}">Sign up for it</a>
      </p>`;
}

function section(token: string, place: Subscription): ServicePage {
  return html`<h2 id="${place.list}">${longNameOf(place.list)}</h2>
    ${standing(token, place)}`;
}

function standing(token: string, place: Subscription): ServicePage {
  const { list, status, mayReturn } = place;
  if (status === 'subscribed') {
    return html`<p>You get these bulletins.</p>
      <form method="post" action="/preferences/${token}">
        <input type="hidden" name="list" value="${list}" />
        <input type="hidden" name="wish" value="choose" />
        ${wantsChoice(place.wants, `-${list}`)}
        <button aria-describedby="${list}" class="quiet">Save this choice</button>
      </form>
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
} as const satisfies Record<string, { wish: 'leave' | 'return'; words: string }>;

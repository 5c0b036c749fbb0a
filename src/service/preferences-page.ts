import { html } from 'hono/html';
import type { Subscription } from '../delivery/lists/unsubscribe.ts';
import { publication } from '../publication/site.ts';
import { bulletins, longNameOf, page, type ServicePage, unsubscribeMail } from './service-page.ts';

/** What a person asked for on the page: `leave` a list, or `return` to one they left. */
export type Wish = 'leave' | 'return';

/**
 * Every bulletin that a person gets or got, each with a button of its own, so that an old copy of the page
 * changes nothing else.
 * @param token the one that the page was opened with
 * @param done what was changed just now, if anything was
 */
export const preferencesPage = (
  token: string,
  places: readonly Subscription[],
  done?: { place: Subscription; wish: Wish },
): ServicePage =>
  page(
    'The bulletins you get',
    html`${done && confirmation(done)}
      <p>
        The ${publication().newsletter} comes by email for each of these groups. Changes take effect
        straight away.
      </p>
      ${places.filter(({ status }) => status !== 'removed').map((place) => section(token, place))}
      <p>Every bulletin can also be read <a href="/">on this site</a>.</p>`,
  );

const confirmation = ({ place, wish }: { place: Subscription; wish: Wish }) =>
  html`<p role="status" class="done">
    ${wish === 'leave' ? 'Done. You will not get' : 'Done. You will get'} ${bulletins(place)}
    ${wish === 'leave' ? 'any more' : 'again'}.
  </p>`;

function section(token: string, { list, status }: Subscription): ServicePage {
  return html`<h2 id="${list}">${longNameOf(list)}</h2>
    ${
      status === 'subscribed'
        ? html`<p>You get these bulletins.</p>
            ${button(token, list, 'leave')}`
        : status === 'unsubscribed'
          ? html`<p>You left this list.</p>
              ${button(token, list, 'return')}`
          : stopped(status)
    }`;
}

/** The words say which bulletins by the heading above: seen, and read out with the button. */
const button = (token: string, list: Subscription['list'], wish: Wish) =>
  html`<form method="post" action="/preferences/${token}">
    <input type="hidden" name="list" value="${list}" />
    <input type="hidden" name="wish" value="${wish}" />
    ${
      wish === 'leave'
        ? html`<button aria-describedby="${list}">Stop these bulletins</button>`
        : html`<button aria-describedby="${list}" class="quiet">Get them again</button>`
    }
  </form>`;

/* A complaint holds for good, so nobody is sent to staff who could do nothing about it. */
const stopped = (status: Subscription['status']) =>
  html`<p>
    ${
      status === 'bounced'
        ? 'We stopped, because a bulletin to your address came back as undeliverable. To get them again, write to'
        : 'We stopped for good, because a bulletin to your address was reported as spam. To get them at another address, write to'
    }
    ${unsubscribeMail()}.
  </p>`;

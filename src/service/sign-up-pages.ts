import { html } from 'hono/html';
import { consentSentence, wantsWords } from '../delivery/signing-up/consent-wording.ts';
import type { Confirmation } from '../delivery/signing-up/confirm-sign-up.ts';
import { wants, type Wants } from '../delivery/lists/subscription.ts';
import { audienceById, publicAudiences, publication } from '../publication/site.ts';
import { page, unsubscribeMail, whyOff, type ServicePage } from './service-page.ts';

/** Where people sign up. */
export const signUpPath = '/sign-up';

/** The field that people do not see and programs fill in. */
export const trapField = 'website';

/** What somebody entered before: the page gives it back with what is wrong. */
export interface Entered {
  address: string;
  lists: readonly string[];
  wants: Wants;
}

const nothingYet: Entered = { address: '', lists: [], wants: 'every' };

/** The way onto the lists that are public. */
export const signUpPage = (
  entered: Entered = nothingYet,
  faults: readonly string[] = [],
): ServicePage =>
  page(
    faults.length > 0 ? 'Please check what you entered' : `Get the ${publication().newsletter}`,
    html`${faults.length > 0 && mistakes(faults)}
      <p>
        It comes by email. We send you one email first, to be sure that the address is yours: you
        get nothing more until you press the button that it leads to.
      </p>
      <form method="post" action="${signUpPath}">
        <p>
          <label for="email">Your email address</label>
          <input
            id="email"
            name="email"
            type="email"
            autocomplete="email"
            maxlength="254"
            required
            value="${entered.address}"
          />
        </p>
        <p class="trap" aria-hidden="true">
          <label for="${trapField}">Leave this empty</label>
          <input id="${trapField}" name="${trapField}" tabindex="-1" autocomplete="off" />
        </p>
        ${choices(entered)}
        <p>${consentSentence()} <a href="/privacy/">How we treat what we know about you</a></p>
        <button>Agree, and send me the email</button>
      </form>
      <p>Every edition can also be read <a href="/">on this site</a>.</p>`,
  );

const mistakes = (faults: readonly string[]) =>
  html`<div role="alert" class="done">${faults.map((fault) => html`<p>${fault}</p>`)}</div>`;

/** Which lists, where there are several to choose from, and which editions. */
function choices({ lists, wants: chosen }: Pick<Entered, 'lists' | 'wants'>): ServicePage {
  const offered = publicAudiences();
  const [only] = offered;
  const who =
    offered.length === 1 && only
      ? html`<p>For: <strong>${only.longName}</strong></p>
          <input type="hidden" name="lists" value="${only.id}" />`
      : html`<fieldset>
          <legend>Who are you?</legend>
          ${offered.map(
            ({ id, longName }) =>
              html`<p>
                <input
                  type="checkbox"
                  name="lists"
                  id="list-${id}"
                  value="${id}"
                  ${lists.includes(id) ? 'checked' : ''}
                />
                <label for="list-${id}">${longName}</label>
              </p>`,
          )}
        </fieldset>`;
  return html`${who} ${wantsChoice(chosen)}`;
}

/** Every edition, or those that ask something. */
export const wantsChoice = (chosen: Wants, place = ''): ServicePage =>
  html`<fieldset>
    <legend>What do you want to get?</legend>
    ${wants.options.map(
      (one) =>
        html`<p>
          <input
            type="radio"
            name="wants"
            id="wants-${one}${place}"
            value="${one}"
            ${one === chosen ? 'checked' : ''}
          />
          <label for="wants-${one}${place}">${wantsWords[one]}</label>
        </p>`,
    )}
  </fieldset>`;

/** The same to everybody: it tells nobody who is on a list. */
export const askedPage = (): ServicePage =>
  page(
    'Look into your mailbox',
    html`<p>
        We send an email to the address that you gave. Open the link in it and press the button
        there. It works for three days.
      </p>
      <p>
        Nothing after an hour? Look among the unwanted emails. An address gets one such email a day
        at most, and none where it refused our emails before: then write to ${unsubscribeMail()}.
      </p>`,
  );

/** Where no list is public. */
export const closedPage = (): ServicePage =>
  page(
    'Nobody can sign up here',
    html`<p>To get the ${publication().newsletter}, write to ${unsubscribeMail()}.</p>`,
  );

/** Where more ask than can be written to. */
export const fullPage = (): ServicePage =>
  page(
    'Please try again tomorrow',
    html`<p>More people than we can write to are signing up. We did not keep your address.</p>`,
  );

/** What the link of a mail leads to; to open it changes nothing. */
export function confirmPage(token: string, found: Confirmation, fault?: string): ServicePage {
  switch (found.kind) {
    case 'open':
      return page(
        'Get these bulletins?',
        html`${fault !== undefined && mistakes([fault])}
          <p>
            Somebody asked for them for your address. If it was not you, close this page: nothing is
            sent.
          </p>
          <form method="post" action="${signUpPath}/${token}">
            ${choices(found)}
            <p>${consentSentence()} <a href="/privacy/">How we treat what we know about you</a></p>
            <button>Agree, and start sending them</button>
          </form>`,
      );
    case 'done':
      return page(
        'You are on the list',
        html`<p>You will get the <strong>${publication().newsletter}</strong> by email:</p>
          <ul>
            ${found.lists.map((id) => html`<li>${audienceById(id).longName}</li>`)}
            <li>${wantsWords[found.wants]}</li>
          </ul>
          <p><a href="/preferences/${found.token}">Change what you get, or stop it</a></p>`,
      );
    case 'used':
      return page(
        'You confirmed this already',
        found.token === undefined
          ? html`<p>To get the bulletins again, <a href="${signUpPath}">sign up anew</a>.</p>`
          : html`<p>You need do nothing more.</p>
              <p><a href="/preferences/${found.token}">Change what you get, or stop it</a></p>`,
      );
    case 'expired':
      return page(
        'This link is too old',
        html`<p>
          It worked for three days. <a href="${signUpPath}">Sign up anew</a> and we send you
          another.
        </p>`,
      );
    case 'held':
      return page('We cannot send to you', html`${whyOff({ status: found.why })}`);
    case 'unknown':
      return page(
        'We do not know this link',
        html`<p>
          It may have been cut short, or is too old. Open the whole link from our email, or
          <a href="${signUpPath}">sign up anew</a>.
        </p>`,
      );
  }
}

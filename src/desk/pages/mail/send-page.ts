import { html } from 'hono/html';
import type { CheckReport } from '../../../checks/finding.ts';
import { formatDate } from '../../../dates/format.ts';
import type { ListSize } from '../../../delivery/lists/list-sizes.ts';
import { audienceById } from '../../../publication/site.ts';
import type { Problem } from '../../../problems/problem.ts';
import type { Bulletin } from '../../../schemas/bulletin.ts';
import { writeAddress } from '../../documents/desk-document.ts';
import { mailAddress } from '../../mail/list-mailings.ts';
import type { SendingDay } from '../../mail/sending-days.ts';
import { deskPage, type Markup } from '../desk-page.ts';
import { problemList } from '../fault-page.ts';
import { findingsList } from '../findings-list.ts';

/** What somebody filled in. */
export interface SendForm {
  when: 'now' | 'later';
  day: string;
  time: string;
  anyTime: boolean;
  expect: string;
}

/** All that somebody reads before a bulletin goes out. */
export interface SendPage {
  bulletin: Bulletin;
  size: ListSize;
  /** How many of those on the list get it: who wants only what needs action may not. */
  getting: number;
  /** The names of who approved these bytes, and whether they are enough. */
  approvedBy: readonly string[];
  isApproved: boolean;
  /** "8am to 6pm on a working day" */
  hours: string;
  days: readonly SendingDay[];
  report: CheckReport;
  path: string;
  /** What speaks against it, as far as that is known before anybody asked. */
  problems: readonly Problem[];
  /** Whether the problems are of what was just asked. */
  isRefused: boolean;
  form: SendForm;
  folder: string;
  person: string | undefined;
}

/** Who gets what, how many, when, who is left out and why; it wants the number typed. */
export function sendPage(page: SendPage): Markup {
  const { bulletin, problems, isRefused, folder, person, report, path } = page;
  const { edition, audience, title } = bulletin;
  const heading = `${title}, ${formatDate(edition.slice(0, 10))}, for ${audienceById(audience).name}`;
  return deskPage(
    { title: `Send: ${heading}`, current: 'mail', person },
    html`<h1>Send: ${heading}</h1>
      <p><a href="${mailAddress(bulletin)}">Back to where it stands</a></p>
      ${
        problems.length > 0
          ? html`<section aria-labelledby="against">
              <h2 id="against">${isRefused ? 'It was not sent' : 'What speaks against it now'}</h2>
              ${isRefused ? html`<p class="wrong">Nothing was sent, and nothing was changed.</p>` : ''}
              ${problemList(problems, folder)}
            </section>`
          : ''
      }
      ${inWords(page)}
      <section aria-labelledby="says">
        <h2 id="says">What the checks say</h2>
        ${findingsList(report, { address: writeAddress(path), canAct: false })}
      </section>
      ${person === undefined ? html`<p class="wrong"><a href="/desk/name/?next=${mailAddress(bulletin)}send/">Say who you are</a> first: your name stands beside it.</p>` : orderForm(page, person)}`,
  );
}

function inWords({ bulletin, size, getting, approvedBy, isApproved }: SendPage): Markup {
  const { audience, subject, from } = bulletin;
  const { longName } = audienceById(audience);
  const { subscribed, unsubscribed, bounced, complained, removed, suppressed } = size;
  const part = (count: number, words: string) => (count > 0 ? [`${count} ${words}`] : []);
  const left = [
    ...part(subscribed - getting, 'who want only what needs action: this asks nothing of them'),
    ...part(unsubscribed, 'who unsubscribed'),
    ...part(bounced, 'whose mail bounced for good'),
    ...part(complained, 'who complained'),
    ...part(removed, 'who are no longer on the list'),
    ...part(suppressed, 'more who said no and have no place on the list'),
  ];
  return html`<section aria-labelledby="what">
    <h2 id="what">What will happen</h2>
    <p class="lead">
      ${getting === 1 ? '1 person' : `${getting} people`} on the list of ${longName} get one message
      each: “${subject}”, from ${from.name}, ${from.address}.
    </p>
    <dl class="facts">
      <dt>Left out</dt>
      <dd>
        ${
          left.length === 0
            ? 'Nobody who is on the list.'
            : html`<ul class="plain">
                ${left.map((words) => html`<li>${words}</li>`)}
              </ul>`
        }
      </dd>
      <dt>Whoever leaves</dt>
      <dd>until their message is on its way gets none.</dd>
      <dt>Approved by</dt>
      <dd>
        ${approvedBy.length === 0 ? 'nobody yet' : approvedBy.join(' and ')}${isApproved ? '' : html`. <a href="${mailAddress(bulletin)}approve/">Read and approve it</a>`}
      </dd>
    </dl>
    <p><a href="${mailAddress(bulletin)}messages/">See every message</a></p>
  </section>`;
}

function orderForm({ form, days, hours, size }: SendPage, person: string): Markup {
  const checked = (is: boolean) => (is ? html`checked` : '');
  return html`<form method="post" class="send">
    <fieldset>
      <legend>When</legend>
      <p class="option">
        <input type="radio" id="now" name="when" value="now" ${checked(form.when === 'now')} />
        <label for="now">At once</label>
      </p>
      <p class="option">
        <input
          type="radio"
          id="later"
          name="when"
          value="later"
          ${checked(form.when === 'later')}
        />
        <label for="later">At this time:</label>
      </p>
      <label for="day">Day</label>
      <select id="day" name="day">
        ${[...Map.groupBy(days, ({ term }) => term)].map(
          ([term, own]) =>
            html`<optgroup label="${term === '' ? 'Days' : term}">
              ${own.map(({ day, words }) => html`<option value="${day}" ${day === form.day ? html`selected` : ''}>${words}</option>`)}
            </optgroup>`,
        )}
      </select>
      <label for="time">Time in New Zealand</label>
      <input type="time" id="time" name="time" value="${form.time}" />
      <p class="option">
        <input type="checkbox" id="any-time" name="anyTime" value="yes" ${checked(form.anyTime)} />
        <label for="any-time">It may go outside the sending hours, ${hours}</label>
      </p>
    </fieldset>
    <div class="stack">
      <label for="expect">How many people are on the list? Type the number</label>
      <input
        id="expect"
        name="expect"
        inputmode="numeric"
        autocomplete="off"
        required
        value="${form.expect}"
        aria-describedby="why-number"
      />
      <p class="fine" id="why-number">
        ${size.subscribed} are on the list. When the number is another one at that moment, nothing
        is sent.
      </p>
      <p>
        It is kept that ${person} sent it. What has left cannot be called back; what has not can be
        paused.
      </p>
      <button class="button">Send it</button>
    </div>
  </form>`;
}

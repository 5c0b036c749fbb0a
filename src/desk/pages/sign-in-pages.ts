import { html } from 'hono/html';
import type { Role } from '../../settings/sign-in.ts';
import { roleWords } from '../sign-in/rights.ts';
import type { SignedIn } from '../sign-in/sessions.ts';
import { deskPage, type Markup } from './desk-page.ts';

const page = (title: string, person: string | undefined, body: Markup) =>
  deskPage({ title, current: 'home', person }, body);

const rolesOf = ({ roles }: SignedIn) =>
  new Intl.ListFormat('en-NZ').format([...roles].map((role) => roleWords[role]));

/** Who somebody is signed in as, and the way out. */
export const accountPage = (who: SignedIn): Markup =>
  page(
    'Your sign-in',
    who.name,
    html`<h1>You are ${who.name}</h1>
      <p class="lead">
        Your organisation’s sign-in says so. Your name stands beside what you change, approve and
        send.
      </p>
      <p>Your groups let you ${rolesOf(who)}.</p>
      <form method="post" action="/desk/sign-in/out">
        <button class="button" type="submit">Sign out</button>
      </form>`,
  );

/** After somebody signed out of the desk. */
export const outPage = (further: string | undefined): Markup =>
  page(
    'Signed out',
    undefined,
    html`<h1>You are signed out of the desk</h1>
      <p><a class="button" href="/desk/">Sign in again</a></p>
      ${
        further === undefined
          ? ''
          : html`<p>
              On a shared machine,
              <a href="${further}">sign out of your organisation’s sign-in too</a>, or the next
              person comes in as you.
            </p>`
      }`,
  );

/** For a sign-in that came to nothing. */
export const refusedPage = (why: string): Markup =>
  page(
    'Not signed in',
    undefined,
    html`<h1>You are not signed in</h1>
      <p class="lead">${why}</p>
      <p><a class="button" href="/desk/">Sign in</a></p>`,
  );

/** For what somebody may look at and not do. */
export const notYoursPage = (who: SignedIn, may: readonly Role[]): Markup =>
  page(
    'Not for your role',
    who.name,
    html`<h1>This is not for your role</h1>
      <p class="lead">
        Nothing was changed. Your groups let you ${rolesOf(who)}; this takes somebody who may
        ${new Intl.ListFormat('en-NZ', { type: 'disjunction' }).format(may.map((role) => roleWords[role]))}.
      </p>
      <p>
        Ask one of them, or ask whoever looks after Pānui for the role.
        <a href="/desk/">Back to all documents</a>
      </p>`,
  );

import { html } from 'hono/html';
import { deskPage, type Markup } from './desk-page.ts';

/** Where somebody says who they are. */
export const namePage = ({
  person,
  next = '/desk/',
  isWrong = false,
}: {
  person: string | undefined;
  next?: string | undefined;
  isWrong?: boolean;
}): Markup =>
  deskPage(
    { title: 'Who you are', current: 'home', person },
    html`<h1>Who are you?</h1>
      <p class="lead">
        Your name stands beside what you change, so that others know whom to ask, and beside all
        that you approve and send. Nobody checks it: this desk has no sign-in, and whoever works at
        this machine can give any name.
      </p>
      <form method="post" action="/desk/name/" class="stack">
        ${isWrong ? html`<p class="wrong" id="name-wrong">Write a name of up to 80 letters, on one line.</p>` : ''}
        <label for="name">Your name or role</label>
        <input
          id="name"
          name="name"
          value="${person ?? ''}"
          maxlength="80"
          required
          autocomplete="name"
          ${isWrong ? html`aria-invalid="true" aria-describedby="name-wrong"` : ''}
        />
        <input type="hidden" name="next" value="${next}" />
        <button class="button" type="submit">Keep this name</button>
      </form>`,
  );

import { html } from 'hono/html';
import type { Act } from '../../../delivery/trail/act.ts';
import { describeAct } from '../../../delivery/trail/describe-act.ts';
import type { TrailState } from '../../../delivery/trail/read-trail.ts';
import { deskPage, type Markup } from '../desk-page.ts';
import { when } from '../when.ts';

/** The audit trail, as the desk shows it. */
export interface TrailPage {
  /** Newest first. */
  acts: readonly Act[];
  state: TrailState;
  now: Date;
  person: string | undefined;
}

/** Who did what, newest first, and whether it is as it was written. */
export const trailPage = ({ acts, state, now, person }: TrailPage): Markup =>
  deskPage(
    { title: 'Who did what', current: 'mail', person },
    html`<h1>Who did what</h1>
      <p class="lead">
        Approving, sending, pausing and all else that is decided here or with a command is kept with
        a name and a time. Nobody can change or delete it.
      </p>
      <p class="notice">Names are as people gave them. Nobody checked them.</p>
      ${soundness(state)}
      ${acts.length < state.count ? html`<p class="fine">The last ${acts.length} of ${state.count}. <code>npm run -s panui -- trail</code> prints all.</p>` : ''}
      ${actList(acts, now)}`,
  );

/** Acts, each with its time. */
export const actList = (acts: readonly Act[], now: Date): Markup =>
  acts.length === 0
    ? html`<p class="calm">Nothing was done yet.</p>`
    : html`<ol class="documents" reversed>
        ${acts.map(
          (act) =>
            html`<li>
              <p class="act">
                ${describeAct(act)} <span class="fine">${when(act.doneAt, now)}</span>
              </p>
            </li>`,
        )}
      </ol>`;

function soundness({ count, seal, faults }: TrailState): Markup {
  if (faults.length > 0)
    return html`<div class="wrong">
      <p>It was changed by somebody who administers the database:</p>
      <ul>
        ${faults.map((fault) => html`<li>${fault}</li>`)}
      </ul>
    </div>`;
  if (count === 0) return html``;
  return html`<p>
    ${count} kept, none changed since. The seal of the last is <code>${seal.slice(0, 16)}</code>:
    noted somewhere else, it proves that nothing before it was taken away.
  </p>`;
}

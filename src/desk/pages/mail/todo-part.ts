import { html } from 'hono/html';
import type { DispatchProgress } from '../../../delivery/delivery-status.ts';
import type { Decision, OpenCase } from '../../../delivery/ledger/resolve.ts';
import { mailAddress } from '../../mail/list-mailings.ts';
import type { Markup } from '../desk-page.ts';
import { when } from '../when.ts';

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);

/** What waits for a person. */
export interface Todo {
  status: { edition: string; audience: string };
  dispatch: Pick<DispatchProgress, 'status'>;
  cases: readonly OpenCase[];
  /** How many messages failed after they were accepted, to people who could get them again. */
  failed: number;
  now: Date;
}

/** What a person has to do about a dispatch, with a button each. */
export function todoPart({ cases, failed, status, dispatch, now }: Todo): Markup {
  if (cases.length === 0 && failed === 0) return html``;
  const address = mailAddress(status);
  const isOver = dispatch.status === 'cancelled';
  return html`<section aria-labelledby="todo">
    <h2 id="todo">What you have to do</h2>
    ${cases.map((one) => openCase(one, address, isOver, now))}
    ${failed > 0 && dispatch.status === 'done' ? again(failed, address) : ''}
  </section>`;
}

const decisionWords: Readonly<Record<Decision, string>> = {
  sent: 'They have it',
  'send-again': 'Send it to them again',
  'leave-out': 'Leave them out',
};

function openCase(one: OpenCase, address: string, isOver: boolean, now: Date): Markup {
  const { seq, people: count, reason, reported, mayHaveLeftAt } = one;
  const states = Object.entries(reported).map(([state, number]) => `${number} ${state}`);
  const choices: readonly Decision[] = isOver
    ? ['sent', 'leave-out']
    : ['sent', 'send-again', 'leave-out'];
  return html`<form method="post" action="${address}resolve/" class="case">
    <h3>Group ${seq}: it is not known whether ${people(count)} got it</h3>
    <p>${reason}.</p>
    <p>
      ${mayHaveLeftAt === null ? 'Nothing of it has left.' : `It may have left ${when(mayHaveLeftAt, now)}.`}
      ${states.length > 0 ? `The provider has reported since: ${states.join(', ')}; these count as accepted whatever you decide.` : ''}
    </p>
    <input type="hidden" name="seq" value="${seq}" />
    <p class="write-actions">
      ${choices.map(
        (choice) =>
          html`<button class="button quiet" name="decision" value="${choice}">
            ${decisionWords[choice]}<span class="visually-hidden">: group ${seq}</span>
          </button>`,
      )}
    </p>
  </form>`;
}

const again = (failed: number, address: string) =>
  html`<form method="post" action="${address}send-again/" class="stack case">
    <h3>
      ${failed === 1 ? '1 message came back after the provider had taken it' : `${failed} messages came back after the provider had taken them`}
    </h3>
    <p>Once more is possible, where you know that it will arrive this time.</p>
    <label for="reason">Why it will arrive this time</label>
    <input id="reason" name="reason" required maxlength="200" autocomplete="off" />
    <button class="button quiet">Send it to them again</button>
  </form>`;

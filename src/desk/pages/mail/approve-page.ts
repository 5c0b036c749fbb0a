import { html } from 'hono/html';
import { countOf, type CheckReport } from '../../../checks/finding.ts';
import { formatDate } from '../../../dates/format.ts';
import type { ApprovalState } from '../../../delivery/approval/approval.ts';
import type { Version } from '../../../history/version.ts';
import { audienceById, publication } from '../../../publication/site.ts';
import type { Bulletin } from '../../../schemas/bulletin.ts';
import { writeAddress } from '../../documents/desk-document.ts';
import type { Compared } from '../../mail/compare-bulletin.ts';
import { mailAddress } from '../../mail/list-mailings.ts';
import { deskPage, type Markup } from '../desk-page.ts';
import { difference } from '../difference.ts';
import { findingsList } from '../findings-list.ts';
import { when } from '../when.ts';

/** All that somebody reads before they approve. */
export interface ApprovePage {
  bulletin: Bulletin;
  approval: ApprovalState;
  /** How many people are on the list. */
  people: number;
  /** The files that it is made of, by their paths in the content folder. */
  files: readonly string[];
  /** Of these, the ones that say something else by now. */
  changed: readonly string[];
  /** The path of its document. */
  path: string;
  report: CheckReport;
  compared: Compared | undefined;
  /** Who changed the document last; undefined where nobody is known. */
  writer: Version | undefined;
  /** Whether the rules keep whoever asks from approving alone. */
  isOwn: boolean;
  now: Date;
  person: string | undefined;
  /** Whether a sign-in vouches for that name. */
  isVouched: boolean;
}

/** What an approval covers, what the checks say, and what changed. */
export function approvePage(page: ApprovePage): Markup {
  const { bulletin, person } = page;
  const { edition, audience, title } = bulletin;
  const name = audienceById(audience).name;
  const heading = `${title}, ${formatDate(edition.slice(0, 10))}, for ${name}`;
  return deskPage(
    { title: `Approve: ${heading}`, current: 'mail', person },
    html`<h1>Approve: ${heading}</h1>
      <p><a href="${mailAddress(bulletin)}">Back to where it stands</a></p>
      ${covers(page)} ${changes(page)}
      <section aria-labelledby="says">
        <h2 id="says">What the checks say</h2>
        ${findingsList(page.report, { address: writeAddress(page.path), canAct: false })}
      </section>
      ${form(page)}`,
  );
}

function covers({ bulletin, people, files, writer, now, path }: ApprovePage): Markup {
  const { audience, subject, preheader, hash, legal } = bulletin;
  const { longName } = audienceById(audience);
  return html`<section aria-labelledby="covers">
    <h2 id="covers">What you approve</h2>
    <p>
      Exactly these words and these bytes, for ${longName} alone. When a single byte changes, the
      approval lapses by itself, and nothing goes out on it.
    </p>
    <dl class="facts">
      <dt>Subject</dt>
      <dd>${subject}</dd>
      <dt>Preheader</dt>
      <dd>${preheader}</dd>
      <dt>Goes to</dt>
      <dd>${longName}: ${people} on the list today</dd>
      <dt>Written last</dt>
      <dd>
        ${writer ? `by ${writer.by}, ${when(writer.at, now)}` : 'Nobody is known who did: it was changed outside the desk.'}
      </dd>
      ${
        legal.length > 0
          ? html`<dt>Marked legal</dt>
              <dd>${legal.join(', ')}: two people have to approve</dd>`
          : ''
      }
      <dt>Made of</dt>
      <dd>
        <ul class="plain">
          ${files.map((file) => html`<li>${file}</li>`)}
        </ul>
      </dd>
      <dt>Hash</dt>
      <dd><code>${hash.slice(0, 12)}</code></dd>
    </dl>
    <p>
      <a href="/desk/preview/${path}?show=bulletin">See it as its readers will</a>
    </p>
  </section>`;
}

function changes({ compared, approval }: ApprovePage): Markup {
  if (!compared) return html``;
  const lapsed =
    approval.cancelledAt !== null
      ? html`<p class="notice">It was approved before, for a dispatch that was cancelled.</p>`
      : approval.changed.length > 0
        ? html`<p class="notice">
            It was approved before, and has changed since: ${approval.changed.join(', ')}. That
            approval has lapsed.
          </p>`
        : '';
  const body =
    compared.changes.length === 0 ? html`<p>No word differs.</p>` : difference(compared.changes);
  return html`<section aria-labelledby="changed" class="change">
    <h2 id="changed">What changed</h2>
    ${lapsed}
    ${
      compared.with.kind === 'approved'
        ? html`<p>Against the words that were approved last:</p>
            ${body}`
        : html`<details>
            <summary>
              Against the edition of ${formatDate(compared.with.edition.slice(0, 10))}
            </summary>
            ${body}
          </details>`
    }
  </section>`;
}

function form({
  bulletin,
  approval,
  report,
  changed,
  isOwn,
  person,
  isVouched,
  now,
}: ApprovePage): Markup {
  const errors = countOf(report, 'error');
  const { hash } = bulletin;
  const given = approval.by.map(
    ({ name, approvedAt }) =>
      html`<p class="done">Approved by ${name}, ${when(approvedAt, now)}.</p>`,
  );
  const why =
    bulletin.state === 'draft'
      ? html`It is a draft. Make it ready and publish it first.`
      : changed.length > 0
        ? html`Its text was changed since it was published: ${changed.join(', ')}.
            <a href="/desk/publish/">Publish the site</a>, then read it again.`
        : errors > 0
          ? html`Errors have to be mended before anybody can approve it.`
          : isOwn
            ? html`You changed it last, and the rules of ${publication().name} say that who wrote
              last cannot approve alone. Ask somebody else to read it first.`
            : undefined;
  return html`<section aria-labelledby="approve">
    <h2 id="approve">Your approval</h2>
    ${given}
    ${approval.needed > approval.by.length && approval.by.length > 0 ? html`<p>One more person has to approve it.</p>` : ''}
    ${
      why
        ? html`<p class="wrong">${why}</p>`
        : person === undefined
          ? html`<p class="wrong">
              <a href="/desk/name/?next=${mailAddress(bulletin)}approve/">Say who you are</a> first:
              your name stands beside it.
            </p>`
          : html`<form method="post">
              <input type="hidden" name="hash" value="${hash}" />
              <p>
                It is kept with your name, ${person}, and the time.
                ${isVouched ? '' : 'Nobody has checked that name.'}
              </p>
              <p class="write-actions">
                <button class="button">I have read it, and approve it</button>
              </p>
            </form>`
    }
  </section>`;
}

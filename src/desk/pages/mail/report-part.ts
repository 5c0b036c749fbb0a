import { html } from 'hono/html';
import type { BulletinStatus, DispatchProgress } from '../../../delivery/delivery-status.ts';
import type { Figures } from '../../../delivery/figures/dispatch-figures.ts';
import type { FiguresByTime } from '../../../delivery/figures/figures-by-time.ts';
import type { OrganisationFigures } from '../../../delivery/figures/figures-by-organisation.ts';
import { formatDate } from '../../../dates/format.ts';
import { mailAddress } from '../../mail/list-mailings.ts';
import type { Markup } from '../desk-page.ts';
import { timeChart } from './time-chart.ts';
import { type Todo, todoPart } from './todo-part.ts';

/** What became of a dispatch, as people are shown it. */
export interface ReportPart extends Todo {
  status: Pick<BulletinStatus, 'edition' | 'audience' | 'record'>;
  dispatch: DispatchProgress;
  figures: Figures;
  /** Of the editions before, newest first. */
  before: readonly Figures[];
  byTime: FiguresByTime | undefined;
  byOrganisation: readonly OrganisationFigures[];
  /** Whether who got what has been turned into counts. */
  areCounts: boolean;
}

/** What became of a dispatch: what a person has to do, the numbers, by time and by organisation, and the record. */
export function reportPart(report: ReportPart): Markup {
  const { status, figures, before, byTime, byOrganisation, areCounts, now } = report;
  const { record, edition } = status;
  return html`${todoPart(report)}
    <section aria-labelledby="became">
      <h2 id="became">What became of it</h2>
      ${compared([figures, ...before], edition)}
      <p class="fine">
        Accepted is what the provider took; delivered is what the receiving mail server took. Nobody
        is tracked: whether anybody read it is not known.
      </p>
      ${areCounts ? html`<p class="notice">Who got what was turned into counts, as the retention rules say; when things happened and to which organisation is not known any more.</p>` : ''}
    </section>
    ${byTime ? timeChart(byTime, now) : ''}
    ${byOrganisation.length > 0 ? organisations(byOrganisation) : ''}
    <section aria-labelledby="record">
      <h2 id="record">The record</h2>
      ${
        record === null
          ? html`<p class="calm">It is kept from the first message on.</p>`
          : html`<p>
                What the authors wrote, what went out, who approved it, how many got it, and what
                became of it, with a checksum for each file.
              </p>
              ${record.faults.map((fault) => html`<p class="wrong">${fault}</p>`)}
              <p>
                <a class="button quiet" href="${mailAddress(status)}record.zip"
                  >Download the record</a
                >
              </p>`
      }
    </section>`;
}

const columns = [
  ['total', 'On the list'],
  ['accepted', 'Accepted'],
  ['delivered', 'Delivered'],
  ['bounced', 'Bounced'],
  ['complained', 'Complained'],
  ['unsubscribed', 'Unsubscribed'],
  ['excluded', 'Left out'],
  ['needsPerson', 'Needs a person'],
] as const;

function compared(all: readonly Figures[], own: string): Markup {
  return html`<div class="scrolls" role="region" aria-label="The figures, as a table" tabindex="0">
    <table>
      <caption class="visually-hidden">
        This edition, and the ones before it
      </caption>
      <thead>
        <tr>
          <th scope="col">Edition</th>
          ${columns.map(([, words]) => html`<th scope="col" class="number">${words}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${all.map(
          (one) =>
            html`<tr>
              <th scope="row">
                ${formatDate(one.edition.slice(0, 10))}${one.edition === own ? ' (this one)' : ''}
              </th>
              ${columns.map(([key]) => html`<td class="number">${one[key]}${share(one, key)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Of those accepted, in a hundred; to one place, since bounces are few. */
const share = (figures: Figures, key: (typeof columns)[number][0]) =>
  figures.accepted > 0 && ['delivered', 'bounced', 'complained', 'unsubscribed'].includes(key)
    ? html` <span class="fine">${((figures[key] / figures.accepted) * 100).toFixed(1)}%</span>`
    : '';

/* Those with the most failures come first; a long list is for a spreadsheet. */
const mostOrganisations = 50;

const organisations = (rows: readonly OrganisationFigures[]): Markup =>
  html`<section aria-labelledby="organisations">
    <h2 id="organisations">By organisation</h2>
    <div class="scrolls" role="region" aria-label="By organisation, as a table" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Organisation</th>
            <th scope="col" class="number">People</th>
            <th scope="col" class="number">Delivered</th>
            <th scope="col" class="number">Bounced</th>
            <th scope="col" class="number">Complained</th>
            <th scope="col" class="number">Still open</th>
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, mostOrganisations).map(
            (row) =>
              html`<tr>
                <th scope="row">${row.organisation === '' ? 'Not said' : row.organisation}</th>
                <td class="number">${row.people}</td>
                <td class="number">${row.delivered}</td>
                <td class="number">${row.bounced}</td>
                <td class="number">${row.complained}</td>
                <td class="number">${row.open}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${rows.length > mostOrganisations ? html`<p class="fine">The ${mostOrganisations} with the most bounces, of ${rows.length}.</p>` : ''}
  </section>`;

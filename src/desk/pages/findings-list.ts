import { html } from 'hono/html';
import { countOf, type CheckReport, type Finding } from '../../checks/finding.ts';
import { countOfWord } from '../../checks/describe-report.ts';
import type { Markup } from './desk-page.ts';

/** Where findings are shown. */
export interface FindingsPlace {
  /** The address of the page on which the document is written. */
  address: string;
  /** Whether something can be done about each there: then they stand in the form of the text. */
  canAct: boolean;
}

/** What the checks say of one document, each with the way to its place and what can be done about it. */
export const findingsList = (report: CheckReport, at: FindingsPlace): Markup =>
  html`<p role="status" class="summary">${summary(report)}</p>
    ${at.canAct && report.findings.some(({ fixable }) => fixable) ? html`<button class="button quiet" name="mend" value="all">Mend all that is safe</button>` : ''}
    <ul class="findings">
      ${report.findings.map((one) => item(one, at))}
    </ul>
    ${
      report.acknowledged.length > 0
        ? html`<details>
            <summary>${countOfWord(report.acknowledged.length, 'warning')} let stand</summary>
            <ul class="findings">
              ${report.acknowledged.map(
                ({ message, acknowledged, ...one }) =>
                  html`<li>
                    ${place(one, at)} ${message}
                    <p class="fine">${acknowledged?.by}: ${acknowledged?.reason}</p>
                  </li>`,
              )}
            </ul>
          </details>`
        : ''
    }`;

/** "2 errors and 1 warning. 3 placeholders to fill in." */
function summary(report: CheckReport): string {
  const counts = (['error', 'warning', 'advice'] as const).flatMap((severity) => {
    const count = countOf(report, severity);
    if (count === 0) return [];
    return severity === 'advice'
      ? `${countOfWord(count, 'piece')} of advice`
      : countOfWord(count, severity);
  });
  const last = counts.pop() ?? 'Nothing to mend';
  const all = counts.length > 0 ? `${counts.join(', ')} and ${last}` : last;
  const left =
    report.placeholders > 0
      ? ` ${countOfWord(report.placeholders, 'place')} still to fill in before it is ready.`
      : '';
  return `${all}.${left}`;
}

const words = { error: 'Error', warning: 'Warning', advice: 'Advice' } as const;

function item(finding: Finding, at: FindingsPlace): Markup {
  const { severity, message, suggestion, fix, rule, line, column } = finding;
  return html`<li class="finding finding-${severity}">
    <p><strong>${words[severity]}</strong> ${place(finding, at)}</p>
    <p>${message}</p>
    ${suggestion === undefined ? '' : html`<p class="suggestion">${suggestion}</p>`}
    ${fix === undefined || !at.canAct ? '' : html`<button class="button quiet" name="mend" value="${line}:${column}">Write “${fix}” instead</button>`}
    ${!at.canAct || severity === 'error' || rule === 'check/acks' ? '' : ackForm(finding)}
  </li>`;
}

/* Its fields are named by the place, since those of all findings stand in one form. */
const ackForm = ({ rule, line, column, words: at }: Finding) => {
  const id = `${line}-${column}-${rule.replaceAll('/', '-')}`;
  return html`<details>
    <summary>Let it stand</summary>
    <label for="reason-${id}"
      >Why it is right as it is<span class="visually-hidden">, line ${line}</span></label
    >
    <input id="reason-${id}" name="reason-${id}" autocomplete="off" />
    <input type="hidden" name="rule-${id}" value="${rule}" />
    <input type="hidden" name="words-${id}" value="${at}" />
    <button class="button quiet" name="acknowledge" value="${id}">Let it stand</button>
  </details>`;
};

const place = (
  { line, column, words: marked }: Pick<Finding, 'line' | 'column' | 'words'>,
  { address }: FindingsPlace,
) =>
  html`<a
    class="to-place"
    href="${address}?line=${line}"
    data-line="${line}"
    data-column="${column}"
    data-length="${marked.length}"
    >line ${line}</a
  >`;

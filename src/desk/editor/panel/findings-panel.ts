import type { Finding } from '../../protocol/findings.ts';
import { makeField } from '../form/field.ts';
import type { Editing } from '../editing.ts';
import { button, make } from '../make-element.ts';

const severities = {
  error: 'Mend before sending',
  warning: 'Look at this',
  advice: 'Consider',
} as const;

/** What can be done about findings; each is called by its number in the list. */
export interface FindingActions {
  goTo: (index: number) => void;
  fix: (indexes: readonly number[]) => void;
  letStand: (index: number, reason: string, by: string) => void;
}

/** The findings in words, each with a way to its place and what can be done about it. */
export function makeFindingsPanel(editing: Editing, actions: FindingActions) {
  const element = make('div', { class: 'findings-panel' });
  const show = (findings: readonly Finding[], acknowledged: number) => {
    const fixable = findings.flatMap(({ fix }, index) => (fix === undefined ? [] : [index]));
    const rows = findings.map((finding, index) => rowOf(finding, index, editing, actions));
    const letStand =
      acknowledged === 1 ? 'One warning is let stand.' : `${acknowledged} warnings are let stand.`;
    element.replaceChildren(
      make('p', { class: 'panel-hint' }, summary(findings)),
      ...(fixable.length > 1
        ? [button(`Mend ${fixable.length} of them for me`, {}, () => actions.fix(fixable))]
        : []),
      make('ul', { class: 'findings' }, ...rows),
      ...(acknowledged > 0 ? [make('p', { class: 'panel-hint' }, letStand)] : []),
    );
  };
  return { element, show };
}

function summary(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'The checks find nothing to mend.';
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const found =
    findings.length === 1 ? 'One thing to look at' : `${findings.length} things to look at`;
  return errors === 0
    ? `${found}; nothing keeps it from going out.`
    : `${found}; ${errors} must be mended before it goes out.`;
}

function rowOf(finding: Finding, index: number, editing: Editing, actions: FindingActions) {
  const { severity, message, suggestion, why, words, fix } = finding;
  const place = button(message, { class: 'finding-place' }, () => actions.goTo(index));
  const row = make(
    'li',
    { class: `finding-row finding-row-${severity}` },
    make('p', { class: 'finding-severity' }, severities[severity]),
    make('p', { class: 'finding-message' }, place),
    words === ''
      ? undefined
      : make(
          'p',
          { class: 'finding-words' },
          `“${words.length > 80 ? `${words.slice(0, 79)}…` : words}”`,
        ),
    suggestion === undefined || suggestion === fix ? undefined : make('p', {}, suggestion),
    why === undefined
      ? undefined
      : make('details', {}, make('summary', {}, 'Why'), make('p', {}, why)),
  );
  const tools = make('div', { class: 'panel-tools' });
  if (fix !== undefined) {
    tools.append(button(`Write “${fix}”`, { class: 'quiet' }, () => actions.fix([index])));
  }
  if (severity !== 'error') tools.append(standButton(row, index, editing, actions));
  if (tools.childElementCount > 0) row.append(tools);
  return row;
}

/** Asks for a reason and who decided, where somebody lets a warning stand. */
function standButton(
  row: HTMLElement,
  index: number,
  editing: Editing,
  { letStand }: FindingActions,
) {
  const open = button('Let it stand', { class: 'quiet' }, () => {
    const said = { reason: '', by: '' };
    const fields = (['reason', 'by'] as const).map((name) =>
      makeField({
        form: {},
        id: `stand-${index}-${name}`,
        label:
          name === 'reason' ? 'Why it is right as it is' : 'The role of the person who decided',
        needed: true,
        value: '',
        editing,
        change: (value) => {
          said[name] = value.trim();
        },
      }),
    );
    const done = button('Let it stand', {}, () => {
      for (const [at, name] of (['reason', 'by'] as const).entries()) {
        fields[at]?.fault(said[name] === '' ? 'This is needed.' : undefined);
      }
      if (said.reason !== '' && said.by !== '') letStand(index, said.reason, said.by);
    });
    open.replaceWith(done);
    row.append(...fields.map(({ element }) => element), done);
    fields[0]?.element.querySelector('textarea')?.focus();
  });
  return open;
}

import type { Node } from 'prosemirror-model';
import type { Fields } from '../../protocol/document.ts';
import { dispatchTyped } from '../commands/dispatch-typed.ts';
import type { EditingView } from '../editing.ts';
import { makeFields } from '../form/field-set.ts';
import { asFields } from '../form/field-values.ts';
import { inboxLines } from '../form/inbox-lines.ts';
import { make } from '../make-element.ts';

/** The form of the front matter. */
export interface TopPanel {
  element: HTMLElement;
  update: (doc: Node) => void;
  /** Goes to the field of a value: "bulletins.schools.subject". */
  focus: (key: string) => void;
}

export function makeTopPanel(editing: EditingView): TopPanel {
  const element = make('div', { class: 'top-panel' });
  const { view, opened, choices } = editing;
  /* What the form shows: it is made afresh only where something else has changed the front matter. */
  let shown: unknown;
  const change = (fields: Fields) => {
    shown = fields;
    const focused = document.activeElement?.id ?? '';
    dispatchTyped(view, view.state.tr.setDocAttribute('fields', fields), focused);
  };
  const update = (doc: Node) => {
    const fields: unknown = doc.attrs['fields'];
    if (fields === shown) return;
    shown = fields;
    const focused = document.activeElement?.id;
    element.replaceChildren(
      make('p', { class: 'panel-hint' }, opened.form.description ?? ''),
      ...makeFields({
        form: opened.form,
        path: '',
        editing,
        value: asFields(doc.attrs['fields']),
        change: (value) => change(asFields(value)),
        preview: (value) => inboxLines(value, choices.sender),
      }),
    );
    if (focused?.startsWith('top-')) document.getElementById(focused)?.focus();
  };
  return {
    element,
    update,
    focus: (key) => {
      const field = document.getElementById(`top-${key}`);
      const part = [...element.querySelectorAll<HTMLElement>('[data-key]')]
        .filter(({ dataset }) => key.startsWith(dataset['key'] ?? ' '))
        .at(-1);
      (field ?? part?.querySelector<HTMLElement>('input, textarea, select, button'))?.focus();
    },
  };
}

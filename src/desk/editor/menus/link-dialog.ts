import type { EditorView } from 'prosemirror-view';
import { linkAround } from '../commands/marks.ts';
import type { Editing } from '../editing.ts';
import { makeField } from '../form/field.ts';
import { button, make } from '../make-element.ts';

/* As the parser takes links: a page of this site, a place on the page, or an address of another site. */
const linkTarget = /^(?=\S*$)(\/(?![/\\])\S*|#[a-z0-9-]+|https:\/\/[^\s/]+\.[^\s]+)$/i;

/** Why an address cannot be linked to, in words that say what to do; nothing where it can. */
export function linkFault(to: string): string | undefined {
  if (linkTarget.test(to)) return undefined;
  if (to === '') return 'Write where it leads, or pick a page of the site.';
  if (/^(mailto:|tel:|[^\s/]+@)/i.test(to)) {
    return 'To an address or a number link with a contact: type / and choose Contact.';
  }
  if (/^http:/i.test(to)) return `Write https: ${to.replace(/^http:/i, 'https:')}`;
  return 'Start with / for a page of this site, or with https:// for another.';
}

/** Opens the dialog for the link at the cursor, or for the words that are selected. */
export function openLinkDialog(view: EditorView, editing: Editing): void {
  const { state } = view;
  const type = state.schema.marks['link'];
  if (!type || !state.selection.$from.parent.inlineContent) return;
  const around = linkAround(state);
  const { from, to } = around ?? state.selection;
  let address = String(around?.mark.attrs['to'] ?? '');
  let words = state.doc.textBetween(from, to, ' ');
  const hadWords = words !== '';
  const field = (
    id: string,
    label: string,
    asked: boolean,
    value: string,
    change: (value: string) => void,
  ) =>
    makeField({
      form: asked ? { asked: 'link' } : {},
      id,
      label,
      needed: true,
      value,
      editing,
      change,
    });
  const toField = field('link-to', 'Leads to', true, address, (value) => {
    address = value;
  });
  const wordsField = field('link-words', 'Words', false, words, (value) => {
    words = value;
  });
  const heading = make('h2', { id: 'link-title' }, around ? 'Change the link' : 'Add a link');
  const dialog = make('dialog', {
    class: 'editor-dialog desk-editor',
    'aria-labelledby': heading.id,
  });
  const close = () => dialog.close();
  const remove = button('Remove the link', { class: 'quiet' }, () => {
    view.dispatch(view.state.tr.removeMark(from, to, type));
    close();
  });
  const submit = make('button', { type: 'submit' }, 'Done');
  const form = make(
    'form',
    { method: 'dialog', novalidate: true },
    heading,
    toField.element,
    hadWords ? undefined : wordsField.element,
    make(
      'div',
      { class: 'dialog-buttons' },
      submit,
      button('Cancel', { class: 'quiet' }, close),
      around && remove,
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const fault = linkFault(address);
    toField.fault(fault);
    wordsField.fault(words.trim() === '' ? 'Say what it leads to.' : undefined);
    if (fault !== undefined || words.trim() === '') return;
    const mark = type.create({ to: address });
    const { tr, schema } = view.state;
    if (hadWords) tr.removeMark(from, to, type).addMark(from, to, mark);
    else tr.replaceWith(from, to, schema.text(words, [mark]));
    view.dispatch(tr.removeStoredMark(type));
    close();
  });
  dialog.append(form);
  dialog.addEventListener('close', () => {
    dialog.remove();
    view.focus();
  });
  // Not within the form of the page, which would take its own for a part of it.
  document.body.append(dialog);
  dialog.showModal();
}

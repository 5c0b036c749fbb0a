import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

let last: { field: string; doc: Node; transaction: Transaction } | undefined;

/**
 * Does what was typed into a field of a form, so that undoing takes back all that was typed there in one go:
 * the history would take each letter for a change of its own.
 */
export function dispatchTyped(view: EditorView, transaction: Transaction, field: string): void {
  if (last?.field === field && last.doc === view.state.doc) {
    transaction.setMeta('appendedTransaction', last.transaction);
  }
  view.dispatch(transaction);
  last = { field, doc: view.state.doc, transaction };
}

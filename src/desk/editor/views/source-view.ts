import type { NodeViewConstructor } from 'prosemirror-view';
import { button, make } from '../make-element.ts';

/**
 * A part that the editor cannot hold, shown as it is written. It can be moved and removed; to change it, the
 * whole document is opened as text.
 */
export const sourceView =
  (openText: (from: number) => void): NodeViewConstructor =>
  ({ attrs: { from, text: written } }) => {
    const open = button('Edit as text', { class: 'block-settings' }, () => openText(Number(from)));
    const bar = make('div', { class: 'block-bar' }, 'Kept as it is written', open);
    const text = make('pre', { class: 'source-text', tabindex: '0' }, String(written));
    text.setAttribute('aria-label', 'Source');
    text.setAttribute('role', 'group');
    const dom = make(
      'div',
      { class: 'block source', role: 'group', 'aria-label': 'Kept as it is written' },
      bar,
      text,
    );
    return {
      dom,
      selectNode: () => dom.classList.add('selected'),
      deselectNode: () => dom.classList.remove('selected'),
      stopEvent: (event) => event.target === open,
      ignoreMutation: () => true,
    };
  };

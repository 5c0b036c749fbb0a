import { dropPoint } from 'prosemirror-transform';
import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { make } from '../make-element.ts';

/** Shows with a line where what is dragged would be put. */
export const dropLine = (): Plugin =>
  new Plugin({
    view: (view) => {
      const line = make('div', { class: 'drop-line', 'aria-hidden': 'true' });
      line.hidden = true;
      view.dom.parentElement?.append(line);
      const over = (event: DragEvent) => {
        const { dragging } = view;
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        const pos =
          at !== undefined && dragging ? dropPoint(view.state.doc, at, dragging.slice) : null;
        line.hidden = pos === null;
        if (pos !== null) place(view, pos, line);
      };
      const hide = () => {
        line.hidden = true;
      };
      view.dom.addEventListener('dragover', over);
      for (const end of ['drop', 'dragend'] as const) view.dom.addEventListener(end, hide);
      return {
        destroy: () => {
          view.dom.removeEventListener('dragover', over);
          for (const end of ['drop', 'dragend'] as const) view.dom.removeEventListener(end, hide);
          line.remove();
        },
      };
    },
  });

/** Between what stands before a place and what stands behind it. */
function place(view: EditorView, pos: number, line: HTMLElement): void {
  const { nodeBefore, nodeAfter } = view.state.doc.resolve(pos);
  const behind = nodeAfter && view.nodeDOM(pos);
  const before = nodeBefore && view.nodeDOM(pos - nodeBefore.nodeSize);
  const frame = line.offsetParent?.getBoundingClientRect();
  const element = behind instanceof HTMLElement ? behind : before;
  if (!frame || !(element instanceof HTMLElement)) return;
  const box = element.getBoundingClientRect();
  line.style.top = `${(element === behind ? box.top - 8 : box.bottom + 6) - frame.top}px`;
  line.style.left = `${box.left - frame.left}px`;
  line.style.width = `${box.width}px`;
}

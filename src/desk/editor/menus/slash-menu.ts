import { type EditorState, Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Editing } from '../editing.ts';
import { make } from '../make-element.ts';
import { type InsertItem, insertItems } from './insert-items.ts';

/** A slash at the start of a line or behind a space, and what was typed behind it. */
const typedSlash = /(?:^|\s)\/([\p{L}\p{M}-]{0,24})$/u;

/** Where the slash before the cursor stands, and the words behind it. */
export function slashBefore({
  selection,
}: EditorState): { from: number; words: string } | undefined {
  const { $from, empty } = selection;
  if (!empty || !$from.parent.inlineContent) return undefined;
  const text = $from.parent.textBetween(0, $from.parentOffset, '', '\uFFFC');
  const words = typedSlash.exec(text)?.[1];
  return words === undefined ? undefined : { from: $from.pos - words.length - 1, words };
}

/**
 * What can be inserted, as a list at the cursor while somebody types "/" and some letters of a name. The
 * cursor stays in the text: arrows go through the list, Enter takes, Escape puts it away.
 * @param openForm shows the form of what was put in
 */
export function slashMenu(editing: Editing, openForm: () => void): Plugin {
  const list = make('ul', {
    role: 'listbox',
    // What scrolls can be scrolled by keys too.
    tabindex: '0',
    id: 'insert-list',
    class: 'insert-list',
    'aria-label': 'Insert',
  });
  list.hidden = true;
  let items: InsertItem[] = [];
  let chosen = 0;
  /* The slash that Escape was pressed at. */
  let dismissed: number | undefined;

  const hide = (view: EditorView) => {
    list.hidden = true;
    view.dom.removeAttribute('aria-activedescendant');
    view.dom.removeAttribute('aria-controls');
  };
  const choose = (view: EditorView, index: number) => {
    chosen = index;
    for (const [at, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(at === index));
      if (at === index) option.scrollIntoView({ block: 'nearest' });
    }
    view.dom.setAttribute('aria-activedescendant', `insert-${index}`);
  };
  const take = (view: EditorView, index: number) => {
    const slash = slashBefore(view.state);
    const item = items[index];
    if (!slash || !item) return;
    hide(view);
    view.dispatch(view.state.tr.delete(slash.from, view.state.selection.from));
    item.command(view.state, view.dispatch, view);
    view.focus();
    if (item.hasForm) openForm();
  };
  const show = (view: EditorView) => {
    const slash = view.hasFocus() || !list.hidden ? slashBefore(view.state) : undefined;
    if (slash?.from !== dismissed) dismissed = undefined;
    if (!slash || dismissed !== undefined) return hide(view);
    const without = view.state.apply(view.state.tr.delete(slash.from, view.state.selection.from));
    items = insertItems(without, editing.shapes.values(), slash.words);
    if (items.length === 0) return hide(view);
    list.replaceChildren(
      ...items.map(({ label, means }, index) => {
        const option = make(
          'li',
          { role: 'option', id: `insert-${index}` },
          make('span', { class: 'insert-label' }, label),
          ' ',
          make('span', { class: 'insert-means' }, means),
        );
        option.addEventListener('mousedown', (event) => {
          event.preventDefault();
          take(view, index);
        });
        return option;
      }),
    );
    list.hidden = false;
    view.dom.setAttribute('aria-controls', list.id);
    place(view, slash.from, list);
    choose(view, 0);
    editing.say(`${items.length} to insert. ${items[0]?.label ?? ''}`);
  };
  return new Plugin({
    view: (view) => {
      view.dom.parentElement?.append(list);
      return {
        update: (now, before) => {
          if (!now.state.doc.eq(before.doc) || !now.state.selection.eq(before.selection)) show(now);
        },
        destroy: () => list.remove(),
      };
    },
    props: {
      handleKeyDown: (view, event) => {
        if (list.hidden) return false;
        const last = items.length - 1;
        if (event.key === 'ArrowDown') choose(view, chosen === last ? 0 : chosen + 1);
        else if (event.key === 'ArrowUp') choose(view, chosen === 0 ? last : chosen - 1);
        else if (event.key === 'Enter' || event.key === 'Tab') take(view, chosen);
        else if (event.key === 'Escape') {
          dismissed = slashBefore(view.state)?.from;
          hide(view);
        } else return false;
        return true;
      },
      handleDOMEvents: {
        blur: (view) => {
          hide(view);
          return false;
        },
      },
    },
  });
}

/** Beneath the slash, and above it where there is no room beneath. */
function place(view: EditorView, pos: number, list: HTMLElement): void {
  const at = view.coordsAtPos(pos);
  const frame = list.offsetParent?.getBoundingClientRect() ?? new DOMRect();
  const left = Math.min(at.left, window.innerWidth - list.offsetWidth - 8) - frame.left;
  const isLow = at.bottom + list.offsetHeight > window.innerHeight && at.top > list.offsetHeight;
  const top = isLow ? at.top - list.offsetHeight - 4 : at.bottom + 4;
  list.style.left = `${Math.max(0, left)}px`;
  list.style.top = `${top - frame.top}px`;
}

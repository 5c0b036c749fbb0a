import { history } from 'prosemirror-history';
import { EditorState, NodeSelection, TextSelection } from 'prosemirror-state';
import { EditorView, type NodeViewConstructor } from 'prosemirror-view';
import type { Edited, NodeFault } from '../protocol/document.ts';
import type { Checked } from '../protocol/findings.ts';
import type { Editing, EditingView } from './editing.ts';
import { makeFindings } from './findings/findings-in-view.ts';
import { findingsPlugin } from './findings/findings-plugin.ts';
import { keyPlugins } from './keys.ts';
import { make } from './make-element.ts';
import { openLinkDialog } from './menus/link-dialog.ts';
import { openShortcuts } from './menus/shortcut-list.ts';
import { slashMenu } from './menus/slash-menu.ts';
import { makeToolbar } from './menus/toolbar.ts';
import { propsOf, sentenceName } from './model/block-dom.ts';
import { fromTree } from './model/from-tree.ts';
import { makeSchema } from './model/make-schema.ts';
import { sameTree } from './model/same-tree.ts';
import { toTree } from './model/to-tree.ts';
import { makeBlockPanel } from './panel/block-panel.ts';
import { makeTabs } from './panel/tabs.ts';
import { makeTopPanel } from './panel/top-panel.ts';
import { cleanPaste } from './paste/clean-paste.ts';
import { picturesIn, takePictures } from './paste/take-pictures.ts';
import { blockView } from './views/block-view.ts';
import { dropLine } from './views/drop-line.ts';
import { headingView } from './views/heading-view.ts';
import { sentenceView } from './views/sentence-view.ts';
import { sourceView } from './views/source-view.ts';

/** A document as it will look, to be edited. */
export interface RichMode {
  element: HTMLElement;
  /** @param base the whole text that was opened */
  edited: (base: string) => Edited;
  showChecks: (checked: Checked, of: unknown) => void;
  /** What the checks are of: they are told of nothing else. */
  version: () => unknown;
  showFaults: (faults: readonly NodeFault[]) => void;
  /** Where the cursor stands, to go there again: a number of the document. */
  cursor: () => number;
  goTo: (cursor: number) => void;
  destroy: () => void;
}

/** What the editor around it does. */
export interface RichActions {
  change: () => void;
  /** Shows the document as text, at a place of it. */
  openText: (from?: number) => void;
  /** What else stands beside the text, by its name: how readers will see it. */
  beside: Readonly<Record<string, HTMLElement>>;
}

/** Nothing where the editor would not give the document back as it is: it is shown as text then. */
export function makeRichMode(editing: Editing, actions: RichActions): RichMode | undefined {
  const { opened, shapes } = editing;
  if (!opened.rich) return undefined;
  const schema = makeSchema([...shapes.values()], opened.container);
  const { fields, body } = opened.rich;
  const opening = openTree();
  if (!opening) return undefined;
  const { doc, origins } = opening;
  const kept = new Set<string>();
  doc.descendants((node) => {
    if ('props' in node.attrs) kept.add(propsOf(node)['id'] ?? '');
  });

  function openTree() {
    try {
      const made = fromTree(schema, fields, body);
      return sameTree(toTree(made.doc, made.origins).body, body) ? made : undefined;
    } catch {
      return undefined;
    }
  }

  const place = make('div', { class: 'editor-text' });
  let view: EditorView;
  const openForm = () => {
    tabs.show('Block');
    blockPanel.update(view.state);
    blockPanel.focus();
  };
  const keys = {
    link: () => openLinkDialog(view, editing),
    form: openForm,
    shortcuts: () => openShortcuts(() => view.focus()),
  };
  const nodeViews: Record<string, NodeViewConstructor> = {
    source: sourceView((from) => actions.openText(from)),
    heading: headingView(shapes),
  };
  for (const shape of shapes.values()) {
    nodeViews[shape.name] = blockView(shape, editing, openForm, kept);
    nodeViews[sentenceName(shape.name)] = sentenceView(shape, editing);
  }
  const toolbar = makeToolbar(() => view, keys);
  view = new EditorView(place, {
    state: EditorState.create({
      doc,
      plugins: [
        slashMenu(editing, openForm),
        ...keyPlugins(schema, keys),
        history(),
        dropLine(),
        findingsPlugin(),
      ],
    }),
    nodeViews,
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': 'Text of the document',
      class: 'editor-surface',
      spellcheck: 'true',
      lang: 'en-NZ',
    },
    transformPastedHTML: cleanPaste,
    handlePaste: (_, event) => take(event, picturesIn(event.clipboardData)),
    handleDrop: (_, event) => {
      const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
      return take(event, picturesIn(event.dataTransfer), at);
    },
    handleDoubleClickOn: (_view, _pos, node) => {
      if (!('props' in node.attrs) || !node.isInline) return false;
      openForm();
      return true;
    },
    dispatchTransaction: (transaction) => {
      view.updateState(view.state.apply(transaction));
      toolbar.update(view.state);
      blockPanel.update(view.state);
      topPanel.update(view.state.doc);
      if (transaction.docChanged) actions.change();
    },
  });
  const take = (event: Event, files: File[], at?: number) => {
    if (files.length === 0) return false;
    event.preventDefault();
    void takePictures(view, files, editing, openForm, at);
    return true;
  };
  const inView: EditingView = { ...editing, view, openForm };
  const blockPanel = makeBlockPanel(inView, kept);
  const topPanel = makeTopPanel(inView);
  const findings = makeFindings(inView, (key) => {
    tabs.show('Document');
    topPanel.focus(key);
  });
  const tabs = makeTabs('Settings and checks', {
    Block: blockPanel.element,
    Document: topPanel.element,
    Checks: findings.element,
    ...actions.beside,
  });
  const panel = make(
    'aside',
    { class: 'editor-panel', 'aria-label': 'Settings and checks' },
    tabs.element,
  );
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      tabs.close();
      view.focus();
    }
    // The form around the editor is sent by its own buttons.
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
  });
  toolbar.update(view.state);
  blockPanel.update(view.state);
  topPanel.update(view.state.doc);
  const placesOf = () => toTree(view.state.doc, origins).places;
  return {
    element: make(
      'div',
      { class: 'rich-mode' },
      toolbar.element,
      make('div', { class: 'editor-columns' }, place, panel),
    ),
    edited: (base) => {
      const tree = toTree(view.state.doc, origins);
      return { path: opened.path, base, fields: tree.fields, body: tree.body };
    },
    version: () => view.state.doc,
    showChecks: (checked, of) => {
      if (of !== view.state.doc) return;
      findings.show(checked, placesOf());
      tabs.count('Checks', checked.findings.length);
    },
    showFaults: (faults) => {
      const [first] = faults;
      const pos = first && placesOf().get(first.path);
      const node = pos === undefined ? null : view.state.doc.nodeAt(pos);
      if (!first || pos === undefined || !node) return;
      if ('props' in node.attrs) {
        view.dispatch(
          view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)).scrollIntoView(),
        );
        openForm();
        blockPanel.fault(pos, first.prop, `${first.message} ${first.remedy}`);
      } else {
        view.dispatch(
          view.state.tr
            .setSelection(TextSelection.near(view.state.doc.resolve(pos + 1)))
            .scrollIntoView(),
        );
        view.focus();
      }
    },
    cursor: () => view.state.selection.head,
    goTo: (cursor) => {
      const at = view.state.doc.resolve(Math.min(cursor, view.state.doc.content.size));
      view.dispatch(view.state.tr.setSelection(TextSelection.near(at)).scrollIntoView());
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

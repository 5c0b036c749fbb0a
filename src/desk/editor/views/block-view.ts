import type { Node } from 'prosemirror-model';
import { NodeSelection } from 'prosemirror-state';
import type { NodeView, NodeViewConstructor } from 'prosemirror-view';
import type { BlockShape } from '../../protocol/blocks.ts';
import type { Props } from '../../protocol/tree.ts';
import { setProp } from '../commands/set-props.ts';
import { tellProps, type ToldProp } from '../describe-props.ts';
import type { Editing } from '../editing.ts';
import { button, make } from '../make-element.ts';
import { propsOf } from '../model/block-dom.ts';

/** "KnownIssue" is "known-issue", as the stylesheet of the site calls it. */
const className = (name: string) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

/**
 * A block as it stands in the text: its name, its title to write in, what else it shows, and what it holds.
 * @param openForm shows its form, and goes into it
 */
export const blockView =
  (
    shape: BlockShape,
    editing: Editing,
    openForm: () => void,
    kept: ReadonlySet<string>,
  ): NodeViewConstructor =>
  (node, view, getPos): NodeView => {
    const select = () => {
      const pos = getPos();
      if (pos === undefined) return;
      view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)));
      view.focus();
    };
    const openOwn = () => {
      select();
      openForm();
    };
    const grip = make('span', { class: 'grip', 'aria-hidden': 'true', title: 'Drag to move' }, '⠿');
    // What is dragged is the selection.
    grip.addEventListener('pointerdown', () => select());
    const settings = button('Settings', { class: 'block-settings', tabindex: '-1' }, openOwn);
    settings.setAttribute('aria-label', `Settings of ${shape.label}`);
    const bar = make('div', { class: 'block-bar' }, grip, shape.label, settings);
    bar.addEventListener('click', (event) => {
      if (event.target !== settings) select();
    });
    const title = shape.props.properties?.['title'] && titleField(shape);
    const face = make('div', { class: 'block-face' });
    // The title of what holds other blocks is a heading, as on the page.
    const isHeading = title && shape.holds === 'blocks';
    const heading = isHeading ? make('div', { role: 'heading', 'aria-level': '2' }, title) : title;
    const head = make('div', { class: 'block-head', contenteditable: 'false' }, bar, heading, face);
    const isLeaf = shape.holds === 'nothing';
    const contentDOM = isLeaf ? undefined : make('div', { class: 'block-content' });
    const dom = make('div', { role: 'group', 'data-name': shape.name }, head, contentDOM);
    title?.addEventListener('input', () => {
      const pos = getPos();
      if (pos === undefined) return;
      view.dispatch(setProp(view.state, pos, shape, 'title', oneLine(title.value), kept));
    });
    let shown: Node | undefined;
    const show = (now: Node) => {
      if (shown?.attrs['props'] === now.attrs['props']) return;
      const props = propsOf(now);
      dom.className = ['block', className(shape.name), ...chosen(shape, props)].join(' ');
      dom.setAttribute(
        'aria-label',
        props['title'] ? `${shape.label}: ${props['title']}` : shape.label,
      );
      const written = props['title'] ?? '';
      if (title && oneLine(title.value) !== written) title.value = written;
      face.replaceChildren(...faceOf(shape, props, editing));
      shown = now;
    };
    show(node);
    return {
      dom,
      ...(contentDOM && { contentDOM }),
      update: (now) => {
        if (now.type.name !== shape.name) return false;
        show(now);
        return true;
      },
      selectNode: () => {
        dom.classList.add('selected');
        dom.draggable = true;
      },
      deselectNode: () => {
        dom.classList.remove('selected');
        dom.removeAttribute('draggable');
      },
      // What is dropped on a title is dropped on the block, and no words of it.
      stopEvent: (event) =>
        (event.target === title && !/^dr(?:ag|op)/.test(event.type)) || settings === event.target,
      ignoreMutation: (mutation) =>
        !contentDOM?.contains(mutation.target) && mutation.type !== 'selection',
    };
  };

const oneLine = (words: string) => words.replaceAll(/\s*\n\s*/g, ' ');

function titleField({ label }: BlockShape): HTMLTextAreaElement {
  const field = make('textarea', {
    class: 'block-title',
    rows: '1',
    'aria-label': `Title of ${label}`,
    placeholder: `Title`,
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
  return field;
}

/** A class for each choice, such as "callout-warning". */
const chosen = ({ name, props: { properties = {} } }: BlockShape, props: Props): string[] =>
  Object.entries(properties).flatMap(([key, form]) =>
    form.enum && props[key] !== undefined ? [`${className(name)}-${props[key]}`] : [],
  );

/** What a block shows of its props, as far as it can be known here. */
function faceOf(shape: BlockShape, props: Props, editing: Editing): HTMLElement[] {
  const told = tellProps(shape, props, editing.choices);
  const needed = (shape.props.required ?? []).filter((key) => !props[key]);
  const missing = needed.map((key) => (shape.labels[key] ?? key).toLowerCase());
  return [
    ...told.map((one) => faceOfProp(one, props, editing)),
    ...(missing.length > 0
      ? [make('p', { class: 'block-missing' }, `Still needed: ${missing.join(', ')}`)]
      : []),
  ];
}

function faceOfProp(told: ToldProp, props: Props, { api }: Editing): HTMLElement {
  const { name, label, words, detail, asked, isChoice, language } = told;
  if (asked === 'picture') {
    return make('img', {
      src: api.picture(words),
      alt: props['alt'] ?? '',
      class: 'block-picture',
    });
  }
  const value = make('span', language ? { lang: language } : {}, words);
  // Yes or no says nothing without what is asked.
  const isAnswer = /^(?:yes|no)$/i.test(words);
  if (isChoice && asked === undefined && !isAnswer) {
    value.className = `label label-${props[name] ?? ''}`;
    return make(
      'p',
      { class: 'face-choice' },
      make('span', { class: 'visually-hidden' }, `${label}: `),
      value,
    );
  }
  value.classList.add(asked === undefined ? 'face-words' : `face-${asked}`);
  // What a whole block is about needs no label: the block has its name.
  const named =
    asked === undefined || !picked.has(asked)
      ? make('span', { class: 'face-label' }, `${label} `)
      : undefined;
  const more = detail === undefined ? undefined : make('span', { class: 'face-detail' }, detail);
  return make('p', {}, named, value, more);
}

const picked: ReadonlySet<string> = new Set(['contact', 'guidance', 'known-issue', 'release']);

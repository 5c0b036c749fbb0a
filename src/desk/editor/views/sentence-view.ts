import type { NodeViewConstructor } from 'prosemirror-view';
import type { BlockShape } from '../../protocol/blocks.ts';
import { sentenceWords } from '../describe-props.ts';
import type { Editing } from '../editing.ts';
import { make } from '../make-element.ts';
import { propsOf } from '../model/block-dom.ts';

/** A block within a sentence, as the words that it says there. */
export const sentenceView =
  (shape: BlockShape, { choices }: Editing): NodeViewConstructor =>
  (node) => {
    const dom = make('span', { class: 'in-sentence', 'data-name': shape.name });
    const language = Object.values(shape.props.properties ?? {})[0]?.language;
    if (language) dom.lang = language;
    const show = (now: typeof node) => {
      const props = propsOf(now);
      const words = sentenceWords(shape, props, choices);
      dom.textContent = words;
      dom.title = shape.label;
      dom.classList.toggle(
        'incomplete',
        (shape.props.required ?? []).some((key) => !props[key]),
      );
    };
    show(node);
    return {
      dom,
      update: (now) => {
        if (now.type !== node.type) return false;
        show(now);
        return true;
      },
      selectNode: () => dom.classList.add('selected'),
      deselectNode: () => dom.classList.remove('selected'),
      ignoreMutation: () => true,
    };
  };

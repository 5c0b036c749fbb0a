import type { NodeViewConstructor } from 'prosemirror-view';
import type { BlockShape } from '../../protocol/blocks.ts';
import { make } from '../make-element.ts';

/** A heading, at the level that it has beneath the title of the document and of the block that it stands in. */
export const headingView =
  (shapes: ReadonlyMap<string, BlockShape>): NodeViewConstructor =>
  (node, view, getPos) => {
    const $pos = view.state.doc.resolve(getPos() ?? 0);
    let titles = 0;
    for (let depth = $pos.depth; depth > 0; depth--) {
      const shape = shapes.get($pos.node(depth).type.name);
      if (shape?.holds === 'blocks' && shape.props.properties?.['title']) titles = 1;
    }
    const rank = node.attrs['rank'] === 2 ? 2 : 1;
    const tags = ['h2', 'h3', 'h4'] as const;
    const dom = make(tags[titles + rank - 1] ?? 'h4');
    return {
      dom,
      contentDOM: dom,
      update: (now) => now.type === node.type && now.attrs['rank'] === node.attrs['rank'],
    };
  };

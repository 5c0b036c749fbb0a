import type { DOMOutputSpec, Node, TagParseRule } from 'prosemirror-model';
import * as z from 'zod/mini';
import type { BlockShape } from '../../protocol/blocks.ts';
import type { Props } from '../../protocol/tree.ts';

const props = z.record(z.string(), z.string());

/** The props of a block of the editor. */
export const propsOf = (node: Node): Props => props.parse(node.attrs['props']);

/** What a block that stands within a sentence is called in the schema: some stand on lines of their own too. */
export const sentenceName = (name: string): string => `${name}_inline`;

/** A block as it is copied: its name and its props in attributes. */
export function blockDom({ name, holds }: BlockShape, node: Node, tag: string): DOMOutputSpec {
  const attrs = { 'data-block': name, 'data-props': JSON.stringify(node.attrs['props']) };
  return holds === 'nothing' ? [tag, attrs] : [tag, attrs, 0];
}

/** Takes up a block that was copied; one whose props cannot be read comes without them. */
export const blockFrom = (name: string, tag: string): TagParseRule => ({
  tag: `${tag}[data-block="${name}"]`,
  getAttrs: (dom) => ({ props: readProps(dom.getAttribute('data-props') ?? '') }),
});

function readProps(written: string): Props {
  try {
    return props.parse(JSON.parse(written));
  } catch {
    return {};
  }
}

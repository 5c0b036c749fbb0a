import type { Block, Flow } from '../document/tree.ts';
import type { Context } from './context.ts';
import type { BlockName } from '../blocks/contract.ts';

/** What the component of a block takes. */
export interface BlockComponentProps<Name extends BlockName> {
  node: Extract<Block, { name: Name }>;
  context: RenderContext;
  /** Within a sentence rather than on a line of its own. */
  inSentence?: boolean;
}

/** What `<Content />` of a document takes, and hands to the wrapper of the set with the text itself. */
export interface ContentProps {
  components: ComponentSet;
  context: Context;
  /** What to render of the text, or around it, before it is cut to what the reader gets. Left out, all. */
  arrange?: ((text: readonly Flow[]) => readonly Flow[]) | undefined;
}

/** A component that renders one document with a set of components, as MDX has it. */
export type DocumentContent = (props: ContentProps) => unknown;

/** One rendering of the contract: a component for each block, and one for the text around them. */
export type ComponentSet = {
  readonly [Name in BlockName]: (props: BlockComponentProps<Name>) => unknown;
} & { readonly wrapper: (props: ContentProps & { nodes: readonly Flow[] }) => unknown };

/** A place in which components render: they find the others of their set in it. */
export interface RenderContext extends Context {
  components: ComponentSet;
}

/* A method, so that a component which takes the node of its own name stands for one that takes any. */
interface AnyComponent {
  render(props: { node: Block; context: RenderContext; inSentence?: boolean }): unknown;
}

/** The component that renders blocks of this name in this place. */
export const componentOf = (
  name: BlockName,
  { components }: RenderContext,
): AnyComponent['render'] => components[name];

import type { Block, Flow } from '../document/tree.ts';
import type { Context } from './context.ts';
import type { Grid } from './grid.ts';
import type { contract, BlockName, BlockProps } from '../blocks/contract.ts';

/** The blocks that may stand in one of these places. */
type StandsIn<Place extends 'own-line' | 'sentence'> = {
  [Name in BlockName]: (typeof contract)[Name]['place'] extends Place | 'either' ? Name : never;
}[BlockName];

/** What the component of a block takes. */
export interface BlockComponentProps<Name extends BlockName> {
  node: Extract<Block, { name: Name }>;
  context: RenderContext;
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

/** A function for each block that may stand within a sentence: what it says there, as HTML. */
export type SentenceBlocks = {
  readonly [Name in StandsIn<'sentence'>]: (props: BlockProps<Name>, context: Context) => string;
};

/**
 * One rendering of the contract: a component for each block on a line of its own, a function for each
 * within a sentence and for plain words, and a component for the text around them.
 */
export type ComponentSet = {
  readonly [Name in StandsIn<'own-line'>]: (props: BlockComponentProps<Name>) => unknown;
} & {
  readonly sentence: SentenceBlocks;
  /** Words as HTML, escaped. */
  readonly words: (text: string) => string;
  /** A table. */
  readonly table: (grid: Grid) => string;
  readonly wrapper: (props: ContentProps & { nodes: readonly Flow[] }) => unknown;
};

/** A place in which components render: they find the others of their set in it. */
export interface RenderContext extends Context {
  components: ComponentSet;
}

/* Methods, so that what takes the node or the props of its own name stands for what takes any. */
interface AnyBlock {
  component(props: { node: Block; context: RenderContext }): unknown;
  sentence(props: Block['props'], context: Context): string;
}

const has = <Name extends BlockName>(
  set: Readonly<Record<Name, unknown>>,
  name: BlockName,
): name is Name => Object.hasOwn(set, name);

/** The component that renders blocks of this name on a line of their own. */
export function componentOf(name: BlockName, { components }: RenderContext): AnyBlock['component'] {
  if (has<StandsIn<'own-line'>>(components, name)) return components[name];
  throw new Error(`<${name}> stands on a line of its own: parsing should have refused it.`);
}

/** What a block says within a sentence, as HTML. */
export function sentenceHtml({ name, props }: Block, context: RenderContext): string {
  const { sentence } = context.components;
  if (!has<StandsIn<'sentence'>>(sentence, name))
    throw new Error(`<${name}> stands within a sentence: parsing should have refused it.`);
  const render: AnyBlock['sentence'] = sentence[name];
  return render(props, context);
}

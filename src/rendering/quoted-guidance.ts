import { documentById, type Document } from '../content/content.ts';
import type { Guidance } from '../schemas/guidance.ts';
import type { Context } from './context.ts';
import type { BlockProps } from '../blocks/contract.ts';
import { isBlock, type Flow } from '../document/tree.ts';
import { variantFor, type Reader } from '../document/variant.ts';

interface Quoted {
  /** The wording quoted, under the name of the living page. */
  page: Document<Guidance>;
  /** What stands under that name now. */
  living: Guidance;
  nodes: Flow[];
  /** "#…" of the principle quoted, empty for the whole page. */
  anchor: string;
}

/**
 * The guidance a block quotes, as far as the reader gets it: the whole text, or one principle of it.
 * A bulletin, which cannot change any more, quotes the wording that held on its day; everything else
 * quotes what holds now.
 */
export function quotedGuidance(
  { id, principle }: BlockProps<'Guidance'>,
  context: Pick<Context, 'content' | 'audience' | 'edition' | 'asAt'>,
  channel: Reader['channel'],
): Quoted {
  const living = documentById(context.content.guidance, id);
  const quote = (page: Document<Guidance>): Quoted => {
    const body = variantFor(page.body, { audience: context.audience, channel });
    if (principle === undefined)
      return { page: { ...page, id }, living: living.data, nodes: body, anchor: '' };
    const nodes = body.filter((node) => isBlock(node, 'Principle') && node.props.id === principle);
    return { page: { ...page, id }, living: living.data, nodes, anchor: `#${principle}` };
  };
  const then = context.edition === 'bulletin' ? wordingOn(context.asAt, id, context) : undefined;
  const quoted = then && quote(then);
  // A principle that is younger than the bulletin is quoted as it is now.
  return quoted && quoted.nodes.length > 0 ? quoted : quote(living);
}

/* Earlier wordings are kept by the last day on which they held: `<page>/2026-05-07`. */
function wordingOn(day: string, id: string, { content }: Pick<Context, 'content'>) {
  return content.earlierGuidance
    .filter((wording) => wording.id.startsWith(`${id}/`) && wording.id >= `${id}/${day}`)
    .toSorted((a, b) => a.id.localeCompare(b.id))[0];
}

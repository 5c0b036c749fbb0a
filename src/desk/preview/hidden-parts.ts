import { eachBlock, type Flow } from '../../document/tree.ts';
import { type Audience, audienceById } from '../../publication/site.ts';

/**
 * What a bulletin for an audience leaves out, each as words for its author: items and passages for others, and what
 * stands on the web alone.
 */
export function hiddenParts(body: readonly Flow[], audience: Audience): string[] {
  return eachBlock(body).flatMap((block) => {
    if (block.name === 'WebOnly') return 'What is on the web only';
    if (block.name !== 'Item' && block.name !== 'For') return [];
    const { audience: only } = block.props;
    if (only === undefined || only === audience) return [];
    const { name } = audienceById(only);
    return block.name === 'Item'
      ? `“${block.props.title}”, for ${name} only`
      : `A passage for ${name} only`;
  });
}

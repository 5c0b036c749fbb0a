import { sessionMovesOf } from '../../blocks/session-moves.ts';
import { eachBlock, type Flow, isBlock } from '../../document/tree.ts';
import { variantFor } from '../../document/variant.ts';
import type { Guidance } from '../../schemas/guidance.ts';
import type { Audience } from '../../publication/site.ts';
import type { Content } from '../content.ts';
import { correctionsOf } from './corrections-of.ts';

/**
 * The day on which an edition last changed: its own, that of its last correction, or that on which
 * a session in it was last moved.
 * @param audience left out, whoever the change is for
 */
export const editionChanged = (
  content: Content,
  { id, data, body }: Content['newsletters'][number],
  audience?: Audience,
): string =>
  latest(data.date, [
    ...correctionsOf(content, id, audience).map((correction) => correction.data),
    ...movesIn(variantFor(body, { audience, channel: 'web' })),
  ]);

const movesIn = (body: readonly Flow[]) =>
  [...eachBlock(body)].flatMap((block) =>
    isBlock(block, 'Session') ? sessionMovesOf(block.props.moved).map((date) => ({ date })) : [],
  );

/** The day on which guidance last changed, was last found true or was withdrawn. */
export const guidanceChanged = ({ lastReviewed, changes, withdrawn }: Guidance): string =>
  latest(lastReviewed, [...changes, ...(withdrawn ? [{ date: withdrawn.on }] : [])]);

const latest = (day: string, others: readonly { date: string }[]) =>
  others.reduce((last, { date }) => (date > last ? date : last), day);

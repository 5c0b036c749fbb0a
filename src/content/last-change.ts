import type { Guidance } from '../schemas/guidance.ts';
import type { Audience } from '../site.ts';
import type { Content } from './content.ts';
import { correctionsOf } from './corrections-of.ts';

/**
 * The day on which an edition last changed: its own, or that of its last correction.
 * @param audience left out, whoever the correction is for
 */
export const editionChanged = (
  content: Content,
  { id, data }: Content['newsletters'][number],
  audience?: Audience,
): string =>
  latest(
    data.date,
    correctionsOf(content, id, audience).map((correction) => correction.data),
  );

/** The day on which guidance last changed or was last found true. */
export const guidanceChanged = ({ lastReviewed, changes }: Guidance): string =>
  latest(lastReviewed, changes);

const latest = (day: string, others: readonly { date: string }[]) =>
  others.reduce((last, { date }) => (date > last ? date : last), day);

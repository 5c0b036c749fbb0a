import type { Guidance } from '../schemas/guidance.ts';
import type { Newsletter } from '../schemas/newsletter.ts';

/** The day on which an edition last changed: its own, or that of its last correction. */
export const editionChanged = ({ date, corrections }: Newsletter): string =>
  latest(date, corrections);

/** The day on which guidance last changed or was last found true. */
export const guidanceChanged = ({ lastReviewed, changes }: Guidance): string =>
  latest(lastReviewed, changes);

const latest = (day: string, others: readonly { date: string }[]) =>
  others.reduce((last, { date }) => (date > last ? date : last), day);

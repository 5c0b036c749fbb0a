import type { Audience } from '../../publication/site.ts';
import type { Content } from '../content.ts';

type Edition = Content['newsletters'][number];

/**
 * The newest edition, where it came out after this one and its audience gets it.
 * @param today the day in New Zealand, YYYY-MM-DD: an edition of a later day is not out yet
 */
export const newerEdition = (
  content: Content,
  { data: { date } }: Pick<Edition, 'data'>,
  audience: Audience | undefined,
  today: string,
): Edition | undefined =>
  content.newsletters.find(
    ({ data }) =>
      data.date > date &&
      data.date <= today &&
      (audience === undefined || data.bulletins[audience]),
  );

/** What the page of an edition, or of a correction, knows of the day on which it is built. */
export function presentOf(
  content: Content,
  id: string,
  audience: Audience | undefined,
  today: string,
): { today: string; superseded: boolean } {
  const edition = content.newsletters.find((one) => one.id === id);
  const newer = edition && newerEdition(content, edition, audience, today);
  return { today, superseded: newer !== undefined };
}

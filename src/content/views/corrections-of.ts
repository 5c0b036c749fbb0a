import type { Audience } from '../../publication/site.ts';
import type { Content } from '../content.ts';

/**
 * The corrections of an edition, newest first.
 * @param audience only those that this audience may read, because it got what was wrong
 */
export const correctionsOf = (
  { corrections }: Content,
  edition: string,
  audience?: Audience,
): Content['corrections'] =>
  corrections.filter(
    ({ data }) =>
      data.corrects.edition === edition && (audience === undefined || data.bulletins[audience]),
  );

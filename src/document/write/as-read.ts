import type { Refused } from '../tree.ts';

/**
 * What reading refused, as it stands in the source: nobody else knows how it is written.
 * @throws where there is no source, or it comes from another
 */
export function asRead({ at }: Refused, source = ''): string {
  const written = source.slice(at.from, at.to);
  if (written === '') throw new Error('What was refused can only be written where it was read.');
  return written;
}

import { readBulletin } from '../bulletins/read-bulletin.ts';
import { BadInput } from '../../problems/problem.ts';
import type { Audience } from '../../publication/site.ts';

/** The hash of a bulletin as it is built at this moment; undefined where none is, or it is not sound. */
export async function builtHash(
  out: string,
  edition: string,
  audience: Audience,
): Promise<string | undefined> {
  try {
    return (await readBulletin(out, edition, audience)).hash;
  } catch (error) {
    if (error instanceof BadInput) return undefined;
    throw error;
  }
}

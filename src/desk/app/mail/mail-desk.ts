import type { Context } from 'hono';
import { audience } from '../../../schemas/audience.ts';
import { bulletinId } from '../../../schemas/fields.ts';
import { z } from 'zod';
import type { Audience } from '../../../publication/site.ts';
import { mailAddress } from '../../mail/list-mailings.ts';
import { personOf } from '../../sign-in/who.ts';

const placeSchema = z.object({ edition: bulletinId, audience });

/** Which bulletin an address names; undefined where it can be none. */
export function bulletinOf(
  context: Context,
): { edition: string; audience: Audience; person: string | undefined } | undefined {
  const { edition, audience: list } = context.req.param();
  const parsed = placeSchema.safeParse({ edition, audience: list });
  return parsed.success ? { ...parsed.data, person: personOf(context) } : undefined;
}

/** A bulletin that an address names, and who asks. */
export type Place = NonNullable<ReturnType<typeof bulletinOf>>;

/**
 * Does something about a bulletin in the name of whoever asks, who has to have one, and shows what came of it.
 * @param work gives the word for what was done
 */
export async function actInName(
  context: Context,
  work: (place: Place, by: string) => Promise<string>,
): Promise<Response> {
  const place = bulletinOf(context);
  if (!place) return context.notFound();
  const address = mailAddress(place);
  if (place.person === undefined) return context.redirect(`/desk/name/?next=${address}`, 303);
  const done = await work(place, place.person);
  return context.redirect(`${address}?done=${done}`, 303);
}

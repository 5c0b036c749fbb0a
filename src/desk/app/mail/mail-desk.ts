import type { Context } from 'hono';
import { audience } from '../../../schemas/audience.ts';
import { bulletinId } from '../../../schemas/fields.ts';
import { z } from 'zod';
import type { Audience } from '../../../publication/site.ts';
import { personOf } from '../desk.ts';

const placeSchema = z.object({ edition: bulletinId, audience });

/** Which bulletin an address names; undefined where it can be none. */
export function bulletinOf(
  context: Context,
): { edition: string; audience: Audience; person: string | undefined } | undefined {
  const { edition, audience: list } = context.req.param();
  const parsed = placeSchema.safeParse({ edition, audience: list });
  return parsed.success ? { ...parsed.data, person: personOf(context) } : undefined;
}

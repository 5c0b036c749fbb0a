import { z } from 'zod';
import type { Publication } from '../../publication/site.ts';
import { storeRequest } from './answer-request.ts';

/** What a thread of the store is told when it begins. */
export const threadData = z.object({
  place: z.object({ data: z.string(), databaseUrl: z.string().optional() }),
  mode: z.enum(['read', 'write']),
  // It comes from the same program, which has checked it.
  publication: z.custom<Publication>((value) => typeof value === 'object' && value !== null),
});

/** One request to a thread. `deadline` is in milliseconds since 1970: later nobody waits for an answer. */
export const question = z.object({ id: z.int(), deadline: z.number(), request: storeRequest });

const reply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), answer: z.unknown() }),
  /** Another program was writing until the deadline; nothing was changed. */
  z.object({ kind: z.literal('busy') }),
  z.object({ kind: z.literal('fault'), message: z.string() }),
]);

export type Reply = z.output<typeof reply>;

export const replyMessage = z.object({ id: z.int(), reply });

import { z } from 'zod';
import { day } from '../schemas/fields.ts';

const expected =
  'the day it was moved, written 2026-05-12; after a second move 2026-05-12, 2026-05-14';

/** The days on which a session was moved to another time, oldest first, as one line of text. */
export const moves = z
  .string({ error: expected })
  .refine((text) => sessionMovesOf(text).every((one) => day.safeParse(one).success), {
    error: expected,
    abort: true,
  })
  .refine(
    (text) => sessionMovesOf(text).join() === sessionMovesOf(text).toSorted().join(),
    'the days of its moves in their order, the newest last',
  );

/** Each day of a move, YYYY-MM-DD, oldest first. */
export const sessionMovesOf = (text: string | undefined): string[] =>
  text === undefined ? [] : text.split(',').map((one) => one.trim());

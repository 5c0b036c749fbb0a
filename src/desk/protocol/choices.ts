import * as z from 'zod/mini';

const choice = z.object({
  /** What is written: an id, an address, the name of a file. */
  value: z.string(),
  label: z.string(),
  /** What tells it from others like it: a number, a status, a size. */
  detail: z.optional(z.string()),
  /** What it is a part of: of a principle its guidance. */
  of: z.optional(z.string()),
});

/** Something that people pick instead of typing its name. */
export type Choice = z.output<typeof choice>;

const list = z.array(choice);

/** What the content folder has to pick from. */
export const choices = z.object({
  audience: list,
  contact: list,
  guidance: list,
  principle: list,
  'known-issue': list,
  release: list,
  /** Editions that went out, and their items: what a correction can be of. */
  corrected: list,
  picture: list,
  /** Pages of the site, with the places in them. */
  link: list,
  glossary: list,
  /** Who a bulletin comes from, as inboxes show it. */
  sender: z.string(),
});

export type Choices = z.output<typeof choices>;

/** A picture that was taken in, or why not. */
export const takenPicture = z.union([
  z.object({ file: z.string() }),
  z.object({ message: z.string(), remedy: z.string() }),
]);

export type TakenPicture = z.output<typeof takenPicture>;

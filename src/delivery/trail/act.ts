import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What people do that is kept in the audit trail, and how a sentence about it begins. */
export const actWords = {
  publish: 'published the site',
  approve: 'approved',
  rehearse: 'rehearsed',
  test: 'sent a test of',
  send: 'started sending',
  resume: 'let go on',
  pause: 'paused',
  cancel: 'cancelled',
  resolve: 'decided about unknown messages of',
  'send-again': 'had failed messages made ready again of',
} as const;

export type ActKind = keyof typeof actWords;

/** Whether a word names something that this version keeps. */
export const isActKind = (word: string): word is ActKind => Object.hasOwn(actWords, word);

export const actSchema = z.object({
  /** Counted from 1, without a gap. */
  id: z.int(),
  /** In UTC. */
  doneAt: z.iso.datetime(),
  /** As they said; nobody checked it. Empty where they did not say. */
  person: z.string(),
  act: z.string(),
  /** The edition or correction it was about; empty where it was about the whole site. */
  edition: z.string(),
  audience: z.string(),
  /** What else there is to say, as a sentence without an address; empty for nothing. */
  detail: z.string(),
  seal: z.string(),
});

/** Something that somebody did. */
export type Act = z.output<typeof actSchema>;

/** The seal of an act: the SHA-256 of the seal before it and of all that it says. */
export const sealOf = (before: string, said: Omit<Act, 'seal'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        before,
        said.id,
        said.doneAt,
        said.person,
        said.act,
        said.edition,
        said.audience,
        said.detail,
      ]),
    )
    .digest('hex');

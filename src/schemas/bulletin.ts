import { createHash } from 'node:crypto';
import { z } from 'zod';
import { audienceId } from './audience-id.ts';
import { encodedWord } from './text/encoded-word.ts';
import { bulletinId, line } from './fields.ts';

/** Stands in both parts of a bulletin where each subscriber's own address to unsubscribe goes. */
export const unsubscribePlaceholder = '{{UNSUBSCRIBE_URL}}';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 hash in hexadecimal');

/** A line that goes into a header of a message as it is. */
const headerLine = line.refine((text) => !encodedWord.test(text), 'a line without encoded words');

const words = z.strictObject({
  /** What it is made from: the date of the edition, or the name of the correction. */
  edition: bulletinId,
  audience: audienceId,
  title: line,
  subject: headerLine,
  preheader: line,
  from: z.strictObject({ name: headerLine, address: z.email() }),
  /** List-Id without brackets (RFC 2919); stable for ever. */
  listId: headerLine,
  /** The web page that says the same. */
  webUrl: z.url(),
  /** Titles of the items marked `legal`; where there are any, two people approve. */
  legal: z.array(line),
  html: z.string().min(1),
  text: z.string().min(1),
});

/** One edition, or one correction, rendered for one audience: the file between rendering and delivery. */
export const bulletinSchema = words.extend({
  hash: sha256,
  /** Of a draft, which nobody may approve or send. No part of what a reader sees, nor of the hash. */
  state: z.literal('draft').optional(),
  /**
   * Of an edition that asks nothing of its audience: who wants only what needs action does not get it. Left out
   * of all others, and of corrections, which go to everybody. No part of what a reader sees, nor of the hash.
   */
  asks: z.literal(false).optional(),
});

export type Bulletin = z.output<typeof bulletinSchema>;
export type BulletinWords = z.output<typeof words>;

/**
 * SHA-256 over everything a reader of the bulletin gets to see, in hexadecimal. The same words
 * give the same hash on any machine; one changed byte gives another.
 */
export function hashBulletin(bulletin: BulletinWords): string {
  const sum = createHash('sha256');
  // The JSON of all pairs, a part at a time: the HTML is ASCII, which as a part of its own takes half as long.
  let before = '[[';
  for (const key of Object.keys(words.shape)) {
    sum.update(`${before}${JSON.stringify(key)},`);
    sum.update(JSON.stringify(Reflect.get(bulletin, key)));
    before = '],[';
  }
  return sum.update(']]').digest('hex');
}

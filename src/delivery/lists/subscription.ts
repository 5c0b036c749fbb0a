import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { line } from '../../schemas/fields.ts';
import { normaliseAddress } from '../list-files/address.ts';

/** What names a subscription in an address to unsubscribe: 128 random bits that nobody can guess. */
export const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/, 'a token of 22 characters');

/**
 * A new token. Each (subscriber, list) has its own, as RFC 8058, 3.1 asks: it names both. It begins with a
 * letter or a number, so that no reader of a command line or a table takes it for something else.
 */
export function newToken(): string {
  for (;;) {
    const token = randomBytes(16).toString('base64url');
    if (/^[A-Za-z0-9]/.test(token)) return token;
  }
}

/** One line of text for a mail header, or nothing. */
const lineOrNothing = z.union([z.literal(''), line]);

/** Somebody as a message is addressed to them: safe in a header by construction. */
export const recipientSchema = z.object({
  address: z.string().refine(isNormalised, 'a normalised address'),
  name: lineOrNothing,
  token: tokenSchema,
});

export type Recipient = z.output<typeof recipientSchema>;

/** Only who is `subscribed` gets bulletins. `removed`: no longer in the file that replaced the list. */
export const subscriptionStatus = z.enum([
  'subscribed',
  'unsubscribed',
  'bounced',
  'complained',
  'removed',
]);

/** Which bulletins somebody wants: every one, or those that ask something of them. */
export const wants = z.enum(['every', 'action']);

export type Wants = z.output<typeof wants>;

export type SubscriptionStatus = z.output<typeof subscriptionStatus>;

function isNormalised(text: string): boolean {
  const result = normaliseAddress(text);
  return result.ok && result.address === text;
}

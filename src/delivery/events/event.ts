import { z } from 'zod';
import { normaliseAddress } from '../list-files/address.ts';

/** What the provider reports about a message, in the words of the ledger. */
export const deliveryState = z.enum([
  'sent',
  'delivered',
  'delayed',
  'bounced',
  'complained',
  'suppressed',
  'failed',
]);

export type DeliveryState = z.output<typeof deliveryState>;

/** One report about one message. It holds the address only to find whom it is about. */
export const deliveryEvent = z.object({
  state: deliveryState,
  /** A bounce for good: the mailbox does not exist. */
  lasting: z.boolean(),
  /** The provider's kind of bounce, such as "NoEmail", or nothing. */
  detail: z.string(),
  emailId: z.string(),
  /** When it happened, by the provider's clock. */
  createdAt: z.date(),
  /** Normalised; undefined where the report names nobody. */
  address: z.string().optional(),
  /** The tags that the message was sent with. */
  tags: z.record(z.string(), z.string()),
});

export type DeliveryEvent = z.output<typeof deliveryEvent>;

const states: Readonly<Record<string, DeliveryState>> = {
  'email.sent': 'sent',
  'email.delivered': 'delivered',
  'email.delivery_delayed': 'delayed',
  'email.bounced': 'bounced',
  'email.complained': 'complained',
  'email.suppressed': 'suppressed',
  'email.failed': 'failed',
};

const moment = z
  .string()
  .transform((text) => new Date(text))
  .pipe(z.date().min(new Date('2000-01-01')).max(new Date('9999-01-01')))
  .optional()
  .catch(undefined);

/* A message is sent with its tags as a list; a report gives them back as an object. */
const tagList = z
  .array(z.object({ name: z.string(), value: z.string() }))
  .transform((tags) => Object.fromEntries(tags.map(({ name, value }) => [name, value])));

/* As documented at resend.com/docs/webhooks; what may be missing or change its shape counts as not said. */
const payloadSchema = z.object({
  type: z.string(),
  created_at: moment,
  data: z.object({
    email_id: z.string().min(1).max(255),
    to: z.union([z.array(z.string()), z.string().transform((one) => [one])]).catch([]),
    tags: z.union([z.record(z.string(), z.string()), tagList]).catch({}),
    bounce: z
      .object({ type: z.string(), subType: z.string().catch('') })
      .optional()
      .catch(undefined),
  }),
});

/**
 * Reads the body of a webhook; undefined for whatever says nothing about the delivery of a message,
 * such as opened and clicked, which are nobody's business here.
 * @param now stands in where the provider does not say when it happened
 */
export function readEvent(body: unknown, now: Date): DeliveryEvent | undefined {
  const parsed = payloadSchema.safeParse(body);
  const state = parsed.success ? states[parsed.data.type] : undefined;
  if (!parsed.success || state === undefined) return undefined;
  const { created_at: createdAt = now, data } = parsed.data;
  const { email_id: emailId, to, tags, bounce } = data;
  const [recipient = ''] = to.length === 1 ? to : [];
  // "Name <address>", RFC 5322, 3.4
  const address = normaliseAddress(/<([^<>]*)>\s*$/.exec(recipient)?.[1] ?? recipient);
  return {
    state,
    // Transient bounces include full mailboxes and automatic replies; the person can still be reached.
    lasting: state === 'bounced' && bounce?.type.toLowerCase() === 'permanent',
    detail: /^[A-Za-z]{1,40}$/.exec(bounce?.subType ?? '')?.[0] ?? '',
    emailId,
    createdAt,
    address: address.ok ? address.address : undefined,
    tags,
  };
}

/**
 * How far a report goes. The furthest one says how a delivery stands, in whatever order they arrive, so
 * that nothing goes back: complained after delivered counts, sent after delivered does not.
 */
export function reach({ state, lasting }: Pick<DeliveryEvent, 'state' | 'lasting'>): number {
  const order = ['sent', 'delayed', 'bounced', 'failed', 'suppressed', 'delivered'] as const;
  if (state === 'complained') return order.length + 1;
  // A mailbox that took a message and gave it back later did not deliver it.
  if (lasting) return order.length;
  return order.findIndex((one) => one === state);
}

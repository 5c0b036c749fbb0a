import { createHmac } from 'node:crypto';

/*
 * What tests of the provider's reports share: payloads as Resend documents them, signed as Standard
 * Webhooks says, by code of our own so that the package's check is held against another opinion.
 */

/** A secret for tests. */
export const exampleSecret = `whsec_${Buffer.from('a secret for tests only').toString('base64')}`;

export interface ExampleEvent {
  type: string;
  /** The first tag of the message, as "dispatch-position". */
  delivery: string;
  to: string;
  emailId?: string;
  at?: string;
  bounce?: { type: string; subType: string; message: string };
  tags?: Record<string, string>;
}

/** The payload of a report on a message of the example bulletin. */
export const examplePayload = ({
  type,
  delivery,
  to,
  emailId,
  at,
  bounce,
  tags,
}: ExampleEvent) => ({
  type,
  created_at: at ?? '2026-05-08T09:10:00.000Z',
  data: {
    created_at: '2026-05-08T09:05:00.000Z',
    email_id: emailId ?? '49a3999c-0ce1-4ea6-ab68-afcd6dc2e794',
    message_id: '<example@attendance-updates.example>',
    from: 'Attendance Service <news@attendance-updates.example>',
    to: [to],
    subject: 'Reports due 30 June',
    tags: { edition: '2026-05-08', audience: 'providers', delivery, ...tags },
    ...(bounce && { bounce }),
  },
});

/** The headers that sign a body at a moment. */
export function signatureOf(body: string, id: string, at: Date, secret = exampleSecret) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` };
}

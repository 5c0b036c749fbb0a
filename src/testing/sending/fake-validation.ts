import { z } from 'zod';
import { fails, type FakeAnswer } from './fake-answers.ts';
import type { FakeOptions } from './fake-provider.ts';

export const messageSchema = z.strictObject({
  from: z.string().regex(/^[^<>\r\n]+ <[^@<>\s]+@[^@<>\s]+>$/),
  to: z.array(z.string()).min(1).max(50),
  subject: z
    .string()
    .min(1)
    .regex(/^[^\r\n]*$/),
  html: z.string(),
  text: z.string(),
  headers: z.record(z.string().regex(/^[A-Za-z-]+$/), z.string().regex(/^[^\r\n]*$/)),
  tags: z.array(
    z.strictObject({
      name: z.string().regex(/^[A-Za-z0-9_-]{1,256}$/),
      value: z.string().regex(/^[A-Za-z0-9_-]{1,256}$/),
    }),
  ),
});

type Message = z.output<typeof messageSchema>;

/** Why a batch is refused as a whole (strict validation), or undefined. */
export function checkMessages(
  messages: readonly Message[],
  { impossible, verifiedDomains }: FakeOptions,
): FakeAnswer | undefined {
  if (messages.length < 1 || messages.length > 100) {
    return fails(422, 'validation_error', 'The batch must hold 1 to 100 emails.');
  }
  for (const { from, to } of messages) {
    const domain = /@([^@>]+)>$/.exec(from)?.[1] ?? '';
    if (!(verifiedDomains ?? ['attendance-updates.example']).includes(domain)) {
      return fails(403, 'validation_error', `The ${domain} domain is not verified.`);
    }
    const bad = to.find((address) => !/^[^@\s]+@[^@\s]+\.[a-z0-9-]+$/.test(address));
    const refused = bad ?? to.find((address) => impossible?.(address));
    if (refused !== undefined) {
      return fails(422, 'validation_error', `Invalid \`to\` field: ${refused}`);
    }
  }
  return undefined;
}

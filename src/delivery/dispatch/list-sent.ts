import { z } from 'zod';
import { classify, describeAnswer } from '../transports/classify.ts';
import type { Answer, Transport } from '../transports/transport.ts';

const pageSchema = z.object({
  has_more: z.boolean().default(false),
  data: z.array(
    z.object({
      id: z.string().min(1),
      to: z.array(z.string()),
      from: z.string(),
      subject: z.string().nullable(),
      created_at: z.string(),
    }),
  ),
});

/** A message that the provider says it was given. */
export interface SentMessage {
  emailId: string;
  to: readonly string[];
  /** "Name <address>", or an address. */
  from: string;
  subject: string;
}

/** The provider did not say what it sent; the message says what it said instead. */
export class NoList extends Error {}

/**
 * What the provider was given since a moment, newest first, in pages of up to 100. It lists the messages of 30
 * days, of everything that uses the account.
 * @throws {NoList} when it does not say
 */
export async function* listSent(
  transport: Transport,
  since: Date,
  sleep: (milliseconds: number) => Promise<void>,
): AsyncGenerator<SentMessage[]> {
  let after: string | undefined;
  for (;;) {
    const { data, has_more: more } = parse(await ask(transport, after, sleep));
    const isNew = (at: string) => !(Date.parse(at) < since.getTime());
    yield data
      .filter((one) => isNew(one.created_at))
      .map(({ id, to, from, subject }) => ({ emailId: id, to, from, subject: subject ?? '' }));
    const last = data.at(-1);
    if (!more || !last || !isNew(last.created_at)) return;
    after = last.id;
  }
}

function parse(answer: Answer) {
  if (answer.status !== 200) throw new NoList(describeAnswer(answer));
  const page = pageSchema.safeParse(answer.data);
  if (page.success) return page.data;
  throw new NoList('an answer of another kind');
}

/** Others may be using up the limit of requests just now. */
async function ask(
  transport: Transport,
  after: string | undefined,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await transport.listSent(after, AbortSignal.timeout(30_000));
    const outcome = classify(answer, 1);
    const helps = outcome.kind === 'wait' || outcome.kind === 'unknown';
    if (answer.status === 200 || !helps || attempt === 5) return answer;
    await sleep(outcome.kind === 'wait' ? outcome.after : 1000);
  }
}

import { z } from 'zod';
import type { Problem } from '../../problems/problem.ts';
import { learnPace } from '../ledger/pace.ts';
import { clockTolerance } from '../ledger/limits.ts';
import type { Store } from '../store/store.ts';
import { classify, describeAnswer } from '../transports/classify.ts';
import type { Answer, Transport } from '../transports/transport.ts';

const domainsSchema = z.object({
  data: z.array(z.object({ name: z.string(), status: z.string() })),
});

/**
 * Asks the provider, before anything is frozen, whether it can be sent from an address at all: the
 * key, the domain, and whether its clock and ours agree, since keys are kept for a time.
 * @param from the address of the sender
 */
export async function checkProvider(
  transport: Transport,
  store: Store,
  from: string,
  now: Date,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<Problem[]> {
  const answer = await askDomains(transport, sleep);
  const file = 'the provider';
  learnPace(store, answer.headers, { at: now.getTime(), back: now.getTime() });
  const domains = answer.status === 200 ? domainsSchema.safeParse(answer.data) : undefined;
  if (!domains?.success) {
    const expected = 'the domains of the account, to see whether this one is verified';
    const found = answer.status === 200 ? 'an answer of another kind' : describeAnswer(answer);
    return [{ file, expected, found, remedy: remedyFor(answer.status) }];
  }
  const problems: Problem[] = [];
  const domain = from.split('@')[1] ?? '';
  const verified = domains.data.data.filter(({ status }) => status === 'verified');
  if (!verified.some(({ name }) => name === domain)) {
    const names = verified.map(({ name }) => name).join(', ');
    problems.push({
      file,
      expected: `${domain}, where the bulletin comes from, among the verified domains`,
      found: names === '' ? 'no verified domain' : `only ${names}`,
      remedy:
        'Verify the domain with the provider, or correct `sender` in content/site.yaml and build.',
    });
  }
  const theirs = Date.parse(answer.headers['date'] ?? '');
  if (Math.abs(theirs - now.getTime()) > clockTolerance) {
    problems.push({
      file: 'the clock of this machine',
      expected: `about ${new Date(theirs).toISOString()}, as the provider says`,
      found: now.toISOString(),
      remedy: 'Set the clock right: how long a message may be repeated depends on it.',
    });
  }
  return problems;
}

/** Others may be using up the limit of requests just now. */
async function askDomains(
  transport: Transport,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await transport.listDomains(AbortSignal.timeout(30_000));
    const outcome = classify(answer, 1);
    if (outcome.kind !== 'wait' || attempt === 5) return answer;
    await sleep(outcome.after);
  }
}

function remedyFor(status: number | null): string {
  if (status === null) return 'Check the network and RESEND_BASE_URL, then try again.';
  if (status >= 500 || status === 200) return 'Check RESEND_BASE_URL, or try again later.';
  if (status === 429) return 'Try again in a minute.';
  return 'Check RESEND_API_KEY: it needs full access, since a key for sending only cannot see the domains.';
}

import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { answerText } from './http/answer-text.ts';
import type { ServiceStore } from './store/service-store.ts';

/**
 * `/healthz`: this process answers. `/readyz`: it can do its work too, which is that the site is built and the
 * store can be read; 503 says which is not. What programs that watch over others ask (Kubernetes, systemd, a proxy).
 * Another program that writes into the store for long makes neither fail.
 * @returns whether the path was one of the two
 */
export function answerHealth(
  name: string,
  response: ServerResponse,
  {
    out,
    store,
    notice,
  }: {
    out: string;
    store: ServiceStore;
    /** What does not stop it, and somebody has to see to. */
    notice?: (() => Promise<string | undefined>) | undefined;
  },
): Promise<void> | undefined {
  const { method } = response.req;
  if (name !== '/healthz' && name !== '/readyz') return undefined;
  return (async () => {
    if (method !== 'GET' && method !== 'HEAD') {
      return answerText(response, 405, 'This address can only be read.', { Allow: 'GET, HEAD' });
    }
    if (name === '/healthz') return answerText(response, 200, 'Alive.');
    const [site, readable] = await Promise.all([
      holds(stat(join(out, 'index.html')).then(() => true)),
      holds(store.ready()),
    ]);
    const missing = [!site && 'the site is not there', !readable && 'the store cannot be read'];
    const reasons = missing.filter((one) => one !== false);
    if (reasons.length === 0) {
      const words = await notice?.();
      return answerText(response, 200, words === undefined ? 'Ready.' : `Ready. ${words}`);
    }
    answerText(response, 503, `Not ready: ${reasons.join(', ')}.`, { 'Retry-After': '5' });
  })();
}

const holds = (question: Promise<boolean>) => question.catch(() => false);

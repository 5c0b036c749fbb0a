import { setTimeout } from 'node:timers/promises';
import { slowBy } from './fake-answers.ts';
import type { FakeProvider } from './fake-provider.ts';

/** The provider for tests in place of `fetch`: no sockets, so that time can be made up. */
export function fakeFetch(provider: FakeProvider): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const signal = init?.signal ?? request.signal;
    const { pathname, search } = new URL(request.url);
    const reply = provider.handle({
      method: request.method,
      path: `${pathname}${search}`,
      headers: Object.fromEntries(request.headers),
      body: await request.text(),
    });
    if (reply === 'drop') throw new TypeError('fetch failed');
    // Real time here, as the deadline of a request is.
    if (reply === 'hang') return setTimeout(slowBy * 10, Response.error(), { signal });
    if ('slow' in reply) {
      const { body, ...rest } = reply.slow;
      return setTimeout(slowBy, new Response(body, rest), { signal });
    }
    if ('cut' in reply) {
      const { body, ...rest } = reply.cut;
      return new Response(body.slice(0, Math.floor(body.length / 2)), rest);
    }
    const { body, ...rest } = reply;
    return new Response(body, rest);
  };
}

import type { FakeProvider } from './fake-provider.ts';

/** The provider for tests in place of `fetch`: no sockets, so that time can be made up. */
export function fakeFetch(provider: FakeProvider): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const reply = provider.handle({
      method: request.method,
      path: `${pathname}${search}`,
      headers: Object.fromEntries(request.headers),
      body: await request.text(),
    });
    if (reply === 'drop' || reply === 'hang') throw new TypeError('fetch failed');
    if ('cut' in reply) {
      const { body, ...rest } = reply.cut;
      return new Response(body.slice(0, Math.floor(body.length / 2)), rest);
    }
    const { body, ...rest } = reply;
    return new Response(body, rest);
  };
}

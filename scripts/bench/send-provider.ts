import { fakeProvider } from '../../src/testing/sending/fake-provider.ts';
import { serveFakeProvider } from '../../src/testing/sending/fake-server.ts';

/* A provider in a process of its own: tells its address, and its counts when it is to stop. An answer takes `delay` milliseconds. */

const [perSecond, delay = '0'] = process.argv.slice(2);
const provider = fakeProvider({
  now: Date.now,
  countOnly: true,
  ...(perSecond !== undefined && { perSecond: Number(perSecond) }),
});
const times = { first: 0, last: 0, firstTaken: 0 };
const server = await serveFakeProvider(
  {
    ...provider,
    handle: (request) => {
      const reply = provider.handle(request);
      if (times.first === 0)
        Object.assign(times, { first: Date.now(), firstTaken: provider.counts.taken });
      times.last = Date.now();
      return reply;
    },
  },
  Number(delay),
);
process.on('message', async () => {
  const { taken, limited } = provider.counts;
  // The first request marks the beginning, so its own messages do not count.
  const seconds = (times.last - times.first) / 1000;
  process.send?.({ taken: taken - times.firstTaken, limited, seconds });
  await server.close();
  process.disconnect();
});
process.send?.(server.url);

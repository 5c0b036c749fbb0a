import '../../src/content/reading/settings-site.ts';
import { createServer } from 'node:http';
import { openSync } from 'node:fs';
import { devNull } from 'node:os';
import sirv from 'sirv';
import { z } from 'zod';
import { listen } from '../../src/service/http/listen.ts';
import { standardLimits } from '../../src/service/http/limits.ts';
import { requestLog } from '../../src/service/http/request-log.ts';
import { createService } from '../../src/service/service.ts';
import { threadedStore } from '../../src/service/store/threaded-store.ts';

/* One of the servers that are measured, in a process of its own; it says where it listens. */

const sideSchema = z.object({
  server: z.enum(['panui', 'sirv']),
  out: z.string(),
  data: z.string(),
});

export type Side = z.output<typeof sideSchema>;

const { server, out, data } = sideSchema.parse(JSON.parse(process.argv[2] ?? ''));

/** As `serve` does, its log too; only the rate is lifted, since all requests come from one address. */
function panui() {
  const any = { perSecond: 1e9, atOnce: 1e9 };
  return createService({
    out,
    store: threadedStore({ data }),
    now: () => new Date(),
    log: requestLog(openSync(devNull, 'w')).add,
    report: (error) => console.error(error.message),
    limits: { ...standardLimits, rates: { site: any, person: any, signUp: any, reports: any } },
  });
}

if (server === 'panui') {
  process.send?.((await listen(panui(), 0)).url);
} else {
  const handle = sirv(out, { etag: true });
  const files = createServer((request, response) => handle(request, response));
  files.listen(0, '127.0.0.1', () => {
    const address = files.address();
    if (address && typeof address === 'object') process.send?.(`http://localhost:${address.port}`);
  });
}

process.on('disconnect', () => process.exit());

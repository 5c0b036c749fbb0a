import '../../content/reading/settings-site.ts';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { namedEvent, recordEvents } from '../../delivery/events/record-event.ts';
import { openStore } from '../../delivery/store/open-store.ts';
import type { Store } from '../../delivery/store/store.ts';

/* A process that writes reports down some at a time, says which it has written down, and kills itself in between. */

const orderSchema = z.object({
  place: z.object({ data: z.string(), databaseUrl: z.string().optional() }),
  /** Of all reports as JSON, in the order in which they come. */
  file: z.string(),
  together: z.int(),
  /** After so many changes of the store it dies, in the middle of a transaction; left out, it lives. */
  killAfter: z.int().optional(),
});

export type ReportOrder = z.output<typeof orderSchema>;

const { place, file, together, killAfter } = orderSchema.parse(JSON.parse(process.argv[2] ?? ''));
const reports = z
  .array(
    namedEvent.extend({ event: namedEvent.shape.event.extend({ createdAt: z.coerce.date() }) }),
  )
  .parse(JSON.parse(readFileSync(file, 'utf8')));
const opened = openStore(place);
if (place.databaseUrl === undefined) opened.script('PRAGMA synchronous = OFF');
let changes = 0;
const store: Store = {
  ...opened,
  change: (sql, values) => {
    changes += 1;
    if (changes === killAfter) process.kill(process.pid, 'SIGKILL');
    return opened.change(sql, values);
  },
};
for (let at = 0; at < reports.length; at += together) {
  const some = reports.slice(at, at + together);
  recordEvents(store, some, new Date());
  process.stdout.write(`${some.map(({ webhookId }) => webhookId).join('\n')}\n`);
}
store.close();

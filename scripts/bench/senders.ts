import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { beginThread } from '../../src/delivery/store/postgres/ask-thread.ts';
import { postgresStore } from '../../src/delivery/store/postgres/postgres-store.ts';
import { startPostgres } from '../../src/testing/postgres/start-postgres.ts';
import { print } from '../command-line/print.ts';
import { runPhase, startProvider } from './send.ts';

/** People in one request: small, so that requests and the database are measured and not the making of bodies. */
const mostPeople = 10;

/**
 * Measures how many requests one, two and four processes of `send` make together that share a store in
 * PostgreSQL, as machines do, where the provider answers after --delay milliseconds and takes --limit requests a
 * second. Each sends --requests requests.
 */
export default async function benchSenders(line: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...line],
    options: {
      requests: { type: 'string', default: '60' },
      delay: { type: 'string', default: '2000' },
      limit: { type: 'string', default: '400' },
    },
  });
  print(`${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.version}, `);
  print(`load ${loadavg()[0]?.toFixed(1)} before\n`);
  print(
    `6 workers each; an answer takes ${values.delay} ms, the provider ${values.limit} a second\n\n`,
  );
  const server = await startPostgres();
  const folder = await mkdtemp(join(tmpdir(), 'panui-bench-'));
  try {
    let alone = Number.NaN;
    for (const senders of [1, 2, 4]) {
      const name = `senders${senders}`;
      const admin = postgresStore(beginThread(server.url, 'write'), 'for the measurement');
      admin.script(`CREATE DATABASE ${name}`);
      admin.close();
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      const people = Number(values.requests) * mostPeople * senders;
      const place = { databaseUrl: url.href, people, mostPeople, kilobytes: 2 };
      const machine = (at: number) => ({ ...place, data: join(folder, `${name}-${at}`) });
      const csv = join(folder, `${name}.csv`);
      await runPhase({ ...machine(0), step: 'write', csv });
      await runPhase({ ...machine(0), step: 'import', csv });
      await runPhase({ ...machine(0), step: 'freeze' });
      const provider = await startProvider(values.limit, values.delay);
      const each = Array.from({ length: senders }, (_, at) =>
        runPhase({ ...machine(at), step: 'send', url: provider.url }),
      );
      await Promise.all(each);
      const { taken: sent, limited, seconds } = await provider.stop();
      const rate = sent / mostPeople / seconds;
      if (senders === 1) alone = rate;
      print(`  ${senders} sending  ${rate.toFixed(1)} requests a second, `);
      print(`${(rate / alone).toFixed(2)} of one; ${limited} over the limit\n`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
    await server.stop();
  }
}

import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** An answer: its status, and how long it took in milliseconds from when it was to be asked for. */
export interface Sample {
  status: number;
  milliseconds: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function ask(url: string, method: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, method, headers, family: 4 }, (answer) => {
      answer.on('end', () => resolve(answer.statusCode ?? 0));
      answer.on('error', reject);
      answer.resume();
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Requests a second, from 32 who each ask for the next page as soon as they have one. */
export async function throughput(
  url: string,
  paths: readonly string[],
  seconds: number,
): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let count = 0;
  const worker = async (first: number) => {
    for (let at = first; performance.now() < end; at += 1) {
      const status = await ask(url + (paths[at % paths.length] ?? '/'), 'GET');
      if (status !== 200) throw new Error(`${status} instead of a page`);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: 32 }, (_, at) => worker(at)));
  return count / seconds;
}

/**
 * Asks at a steady pace, whether answers come or not, until `stop` is called: so a server that stands still
 * is felt by everybody who would have asked meanwhile.
 * @param every in milliseconds
 * @param next the method and the address of the next request
 */
export function steadily(every: number, next: () => { method: string; url: string }) {
  const samples: Sample[] = [];
  const asked: Promise<void>[] = [];
  let going = true;
  const began = performance.now();
  const run = (async () => {
    for (let at = 0; going; at += 1) {
      const due = began + at * every;
      await wait(Math.max(0, due - performance.now()));
      const { method, url } = next();
      const answered = ask(url, method).then((status) => {
        samples.push({ status, milliseconds: performance.now() - due });
      });
      asked.push(answered);
    }
  })();
  return async (): Promise<Sample[]> => {
    going = false;
    await run;
    await Promise.all(asked);
    return samples;
  };
}

/** The value below which this share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

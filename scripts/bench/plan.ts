import { parseArgs } from 'node:util';
import { print } from '../command-line/print.ts';
import { UsageError } from '../command-line/usage-error.ts';
import { constants } from './plan-constants.ts';
import { inWords, planWays, type Way } from './plan-ways.ts';

const sizes = [10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];
const most = 1_000_000_000;

/**
 * Prints what each way of sending to N people costs in time, requests, database and machines, and where it stops:
 * reckoned from the figures in `plan-constants.ts`, nothing is sent. Without N, for 10,000 to 100,000,000.
 * @throws {UsageError} naming every word at fault
 */
export default async function plan(line: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...line],
    allowPositionals: true,
    options: {
      rate: { type: 'string', default: String(constants.requestsPerSecond.value) },
      kilobytes: { type: 'string', default: '36' },
    },
  });
  const faults: string[] = [];
  const number = (what: string, text: string, highest: number) => {
    const value = Number(text.replaceAll(/[,_]/g, ''));
    if (Number.isInteger(value) && value >= 1 && value <= highest) return value;
    faults.push(
      `Expected ${what} to be a whole number from 1 to ${count(highest)}; found "${text}".`,
    );
    return 1;
  };
  const people = positionals.map((text) => number('N, how many people,', text, most));
  const rate = number('--rate, requests a second,', values.rate, 100_000);
  const kilobytes = number('--kilobytes of a message', values.kilobytes, 5000);
  if (faults.length > 0) throw new UsageError(faults);
  for (const one of people.length > 0 ? people : sizes) {
    print(`${count(one)} people, ${rate} requests a second, ${kilobytes} KB a message\n`);
    for (const way of planWays({ people: one, rate, kilobytes })) print(describe(way));
    print('\n');
  }
  print('Reckoned with (scripts/bench/plan-constants.ts):\n');
  for (const [name, { value, unit, source }] of Object.entries(constants)) {
    print(`  ${name}: ${count(value)} ${unit} (${source})\n`);
  }
}

function describe({ name, seconds, before, requests, database, machines, limits }: Way): string {
  return `  ${name}
    time      ${inWords(before)} before the first message, then ${inWords(seconds)}
    requests  ${count(requests)}
    database  ${inBytes(database)}
    machines  ${machines} that send\n${limits.map((limit) => `    ·         ${limit}\n`).join('')}`;
}

const count = (value: number) => value.toLocaleString('en-NZ');

const inBytes = (bytes: number) =>
  bytes < 1e9 ? `${Math.ceil(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;

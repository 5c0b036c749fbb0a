import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkContent } from '../../src/checks/running/check-content.ts';
import { checkCorpus } from '../../src/testing/editions/check-corpus.ts';
import { checkPlantedFaults } from '../../src/testing/editions/check-planted-faults.ts';
import { countOf } from '../../src/checks/finding.ts';
import { rules } from '../../src/checks/rules/all-rules.ts';
import { collectEarly } from '../command-line/bound-memory.ts';
import { print } from '../command-line/print.ts';
import { sample, writeManyDocuments } from './many-documents.ts';

const bench = fileURLToPath(new URL('../bench.ts', import.meta.url));

/**
 * Measures the checks: false alarms on good text, the sample content, and many documents, each
 * number of them in a process of its own. With a number, only so many documents.
 */
export default async function benchChecks([only]: readonly string[] = []): Promise<void> {
  if (only !== undefined) return manyDocuments(Number(only));
  print(`${rules.length} rules\n\n`);
  await falseAlarms();
  await plantedFaults();
  await sampleContent();
  for (const count of [250, 500, 1000, 2000])
    // With the memory that `npm run panui` gives new objects.
    spawnSync(
      process.execPath,
      ['--max-semi-space-size=8', '--expose-gc', bench, 'checks', String(count)],
      {
        stdio: 'inherit',
      },
    );
}

async function falseAlarms(): Promise<void> {
  const { passages, words, alarms, advice } = await checkCorpus(sample);
  const rate = ((alarms.length / words) * 1000).toFixed(2);
  print(`Good text: ${passages} passages, ${words.toLocaleString('en-NZ')} words\n`);
  print(`  false alarms (errors and warnings): ${alarms.length}, ${rate} in 1,000 words\n`);
  for (const { passage, rule, words: found } of alarms)
    print(`    ${passage}: ${rule}: ${found}\n`);
  print(`  advice: ${advice.length}\n`);
  for (const [rule, list] of Map.groupBy(advice, ({ rule: id }) => id)) {
    print(`    ${rule}: ${list.map(({ words: found }) => `“${found.slice(0, 40)}”`).join(', ')}\n`);
  }
}

async function plantedFaults(): Promise<void> {
  const faults = await checkPlantedFaults(sample);
  const found = faults.filter((fault) => fault.found);
  const share = Math.round((found.length / faults.length) * 100);
  print(`\nPlanted faults: ${found.length} of ${faults.length} found (${share}%)\n`);
  for (const [kind, list] of Map.groupBy(faults, (fault) => fault.kind)) {
    const missed = list.filter((fault) => !fault.found);
    print(`  ${kind}: ${list.length - missed.length} of ${list.length}\n`);
    for (const { text } of missed) print(`    not found: ${text.replaceAll(/\n+/gu, ' / ')}\n`);
  }
}

async function sampleContent(): Promise<void> {
  const report = await checkContent({ folder: sample, for: 'send' });
  const rate = ((countOf(report, 'warning') / report.words) * 150).toFixed(2);
  print(
    `\nSample content: ${report.documents} documents, ${report.words.toLocaleString('en-NZ')} words\n  ${countOf(report, 'error')} errors, ${countOf(report, 'warning')} warnings (${rate} in 150 words), ${countOf(report, 'advice')} advice, ${report.acknowledged.length} acknowledged\n\n`,
  );
}

async function manyDocuments(count: number): Promise<void> {
  collectEarly();
  const folder = await mkdtemp(join(tmpdir(), 'panui-bench-'));
  try {
    await writeManyDocuments(folder, count);
    Reflect.get(globalThis, 'gc')?.();
    const start = performance.now();
    const before = process.cpuUsage();
    const { documents, words, findings } = await checkContent({ folder, for: 'send' });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const { user, system } = process.cpuUsage(before);
    const busy = ((user + system) / 1_000_000).toFixed(1);
    const peak = Math.round(process.resourceUsage().maxRSS / 1000);
    Reflect.get(globalThis, 'gc')?.();
    const live = Math.round(process.memoryUsage().heapUsed / 1_000_000);
    print(
      `${documents} documents, ${words.toLocaleString('en-NZ')} words, ${findings.length.toLocaleString('en-NZ')} findings: ${seconds} s (${busy} s of work) on ${availableParallelism()} cores; ${live} MB in use at the end, ${peak} MB resident at the most\n`,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

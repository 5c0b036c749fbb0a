import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { checkContent } from './check-content.ts';
import { checkCorpus } from '../../testing/editions/check-corpus.ts';
import { checkPlantedFaults } from '../../testing/editions/check-planted-faults.ts';
import { cleanPassages, rightPairs } from '../../testing/editions/clean-passages.ts';
import { weekdayOf } from '../../dates/plain-date.ts';
import { datesIn } from '../language/dates-in-text.ts';
import { countOf } from '../finding.ts';

const content = fileURLToPath(new URL('../../../content', import.meta.url));

it('raises under one false alarm in 1,000 words of good text, each of them known', async () => {
  const { words, alarms } = await checkCorpus(content);
  expect(words).toBeGreaterThanOrEqual(10_000);
  expect(alarms.length).toBeLessThan(words / 1000);
  expect(alarms.map(({ passage, rule, words: found }) => `${passage}: ${rule}: ${found}`)).toEqual([
    'attendance-1: date/relative: last week',
    'attendance-2: spell/en-NZ: Sione',
    'property-1: acronym/first-use: LED',
  ]);
});

it('finds most of the planted faults', async () => {
  const faults = await checkPlantedFaults(content);
  expect(faults.length).toBeGreaterThanOrEqual(200);
  expect(faults.filter(({ found }) => found).length).toBeGreaterThanOrEqual(190);
}, 120_000);

it('finds every right pair of a weekday and a date, so that its silence means something', () => {
  const pairs = Object.values(cleanPassages)
    .flatMap((words) => datesIn({ words }, '2026-05-08'))
    .filter(({ weekday }) => weekday !== undefined);
  expect(pairs).toHaveLength(rightPairs);
  expect(pairs.filter(({ day, weekday }) => weekday?.index !== weekdayOf(day))).toEqual([]);
});

it('finds no error in the sample content, and fewer than one warning in 150 words', async () => {
  const report = await checkContent({ folder: content, for: 'send' });
  expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(countOf(report, 'warning')).toBeLessThan(report.words / 150);
});

import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { checkContent } from './check-content.ts';
import { checkCorpus } from '../../testing/editions/check-corpus.ts';
import { cleanPassages, rightPairs } from '../../testing/editions/clean-passages.ts';
import { weekdayOf } from '../../dates/plain-date.ts';
import { datesIn } from '../language/dates-in-text.ts';
import { countOf } from '../finding.ts';

const content = fileURLToPath(new URL('../../../content', import.meta.url));

it('raises no false alarm on good text', async () => {
  const { passages, alarms } = await checkCorpus(content);
  expect(passages).toBeGreaterThanOrEqual(20);
  expect(alarms.map(({ passage, rule, words }) => ({ passage, rule, words }))).toEqual([]);
});

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

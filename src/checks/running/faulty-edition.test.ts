import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeContent } from '../../testing/content/write-content.ts';
import { checkContent } from './check-content.ts';
import { itsFaults } from '../../testing/editions/faulty-edition-faults.ts';
import { faultyEdition } from '../../testing/editions/faulty-edition.ts';
import type { CheckReport } from '../finding.ts';

let folder: string;
let report: CheckReport;
const file = 'newsletters/2026-05-08.mdx';

beforeAll(async () => {
  folder = await writeContent({ [file]: faultyEdition });
  for (const name of ['kupu.yaml', 'glossary.yaml']) {
    await cp(
      fileURLToPath(new URL(`../../../content/${name}`, import.meta.url)),
      join(folder, name),
    );
  }
  report = await checkContent({ folder, for: 'send', files: [join(folder, file)] });
});
afterAll(() => rm(folder, { recursive: true }));

describe('an edition with the faults of the newsletter that this began with', () => {
  it.each(itsFaults)('has this found: %s', (_, rule, words) => {
    expect(report.findings.filter((one) => one.rule === rule).map((one) => one.words)).toContain(
      words,
    );
  });

  it('has no error but these', () => {
    const expected = new Set(itsFaults.map(([, rule, words]) => `${rule}: ${words}`));
    const others = report.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, words }) => `${rule}: ${words}`)
      .filter((one) => !expected.has(one));
    expect(others).toEqual([]);
  });

  it('shows each of them where it stands', () => {
    for (const { line, column, words, text } of report.findings) {
      expect(text.slice(column - 1)).toContain(words.split('\n', 1)[0]);
      expect(line).toBeGreaterThan(0);
    }
  });

  it('says nothing of the right weekdays', () => {
    expect(report.findings.filter(({ rule }) => rule === 'date/weekday-mismatch')).toEqual([]);
  });

  it('may be a draft with its placeholders counted', async () => {
    const draft = await checkContent({ folder, for: 'draft', files: [join(folder, file)] });
    expect(draft.placeholders).toBe(11);
    expect(draft.findings.filter(({ rule }) => rule === 'link/placeholder')).toEqual([]);
  });
});

import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { edition, writeContent } from '../../testing/content/write-content.ts';
import { checkLibrary } from '../running/check-content.ts';
import { openLibrary } from '../reading/read-library.ts';
import type { Example, Rule } from '../rule.ts';
import { rules } from './all-rules.ts';

const kupu = fileURLToPath(new URL('../../../content/kupu.yaml', import.meta.url));
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** A content folder of good documents with an example in it. */
async function libraryOf(example: Example) {
  const files =
    typeof example === 'string' ? { 'newsletters/2026-05-08.mdx': edition(example) } : example;
  const folder = await writeContent(files);
  folders.push(folder);
  if (!('kupu.yaml' in files)) await cp(kupu, join(folder, 'kupu.yaml'));
  return openLibrary(folder, undefined, join(folder, 'dist'));
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('the rule %s', (_, rule: Rule) => {
  it('says in one sentence why it matters', () => {
    expect(rule.why).toMatch(/^[\p{Lu}“\d][^\n]+\.$/u);
  });

  it('finds the words at fault in its failing example, and says what to do', async () => {
    const { findings } = await checkLibrary(await libraryOf(rule.failing.example), { for: 'send' });
    const own = findings.filter((one) => one.rule === rule.id);
    expect(own.map(({ words }) => words).toSorted()).toEqual(
      [...rule.failing.finds].map((words) => words.slice(0, 300)).toSorted(),
    );
    for (const { message, suggestion } of own) {
      expect(message).toMatch(/^[\p{Lu}“”\d<–-].*[.?”]$/u);
      expect(suggestion?.trim()).not.toBe('');
    }
  });

  it('is silent on its passing example, as is every other error', async () => {
    const { findings } = await checkLibrary(await libraryOf(rule.passing), { for: 'send' });
    expect(findings.filter((one) => one.rule === rule.id || one.severity === 'error')).toEqual([]);
  });
});

it('names every rule once', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});

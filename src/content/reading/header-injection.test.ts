import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeContent } from '../../testing/content/write-content.ts';
import { readContent } from './read-content.ts';

let folder: string;
beforeEach(async () => {
  folder = await writeContent();
});
afterEach(() => rm(folder, { recursive: true }));

const edition = (fields: { subject?: string; preheader?: string; title?: string }) =>
  writeFile(
    join(folder, 'newsletters/2026-05-08.mdx'),
    `---
date: 2026-05-08
title: ${fields.title ?? 'Newsletter'}
summary: A summary.
bulletins:
  providers:
    subject: ${fields.subject ?? 'A subject'}
    preheader: ${fields.preheader ?? 'A preheader.'}
---

Kia ora.
`,
  );

describe('words that could add a header to a message', () => {
  it.each([
    ['a line break in a subject', { subject: '"Hello\\nBcc: someone@kura.example"' }, 7],
    ['a carriage return in a subject', { subject: '"Hello\\rBcc: someone@kura.example"' }, 7],
    ['a null in a subject', { subject: '"Hello\\0"' }, 7],
    ['a line separator in a preheader', { preheader: '"Hello\\u2028there"' }, 8],
    ['a line break in a title', { title: '"Hello\\nBcc: someone@kura.example"' }, 3],
  ])('are refused with file and line: %s', async (_, fields, line) => {
    await edition(fields);
    const refusal: unknown = await readContent(folder).catch((error: unknown) => error);
    expect(String(refusal)).toContain(`newsletters/2026-05-08.mdx:${line}`);
    expect(String(refusal)).toContain('without line breaks or control characters');
  });

  it('are let through on one line', async () => {
    await edition({ subject: '"Hello Bcc: someone"' });
    expect((await readContent(folder)).newsletters).toHaveLength(1);
  });
});

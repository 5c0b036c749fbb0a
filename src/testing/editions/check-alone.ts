import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkContent } from '../../checks/running/check-content.ts';
import type { CheckReport } from '../../checks/finding.ts';

/** The text of an edition, with another subject than the usual where that is tried. */
export interface Alone {
  body: string;
  subject?: string;
}

const day = '2026-05-08';

/**
 * Checks each text as the only edition, of 8 May 2026, beside the contacts, guidance and words of
 * the sample content.
 * @param content the folder of the sample content
 */
export async function checkAlone(content: string, texts: readonly Alone[]): Promise<CheckReport[]> {
  const folder = await mkdtemp(join(tmpdir(), 'panui-corpus-'));
  const reports: CheckReport[] = [];
  try {
    await cp(content, folder, { recursive: true });
    await rm(join(folder, 'newsletters'), { recursive: true });
    await mkdir(join(folder, 'newsletters'));
    const file = join(folder, 'newsletters', `${day}.mdx`);
    for (const { body, subject } of texts) {
      await writeFile(file, `${header(subject)}\n${body}\n`);
      reports.push(await checkContent({ folder, for: 'send', files: [file] }));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return reports;
}

const header = (subject = 'Plans, sessions and a survey') => `---
date: ${day}
summary: What this edition says.
bulletins:
  providers:
    subject: ${subject}
    preheader: What changed in May, where to send questions, and what comes next.
---
`;

/** The words of the usual front matter, which are the same every time. */
export const headerWords = 21;

import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkContent } from '../../checks/running/check-content.ts';
import { cleanPassages } from './clean-passages.ts';
import type { Finding } from '../../checks/finding.ts';

/** What the rules say of good text. */
export interface Corpus {
  passages: number;
  words: number;
  /** Errors and warnings: each is a false alarm. */
  alarms: (Finding & { passage: string })[];
  advice: (Finding & { passage: string })[];
}

const day = '2026-05-08';

/**
 * Checks every clean passage as an edition of its own, beside the contacts, guidance and words of
 * the sample content.
 * @param content the folder of the sample content
 */
export async function checkCorpus(content: string): Promise<Corpus> {
  const corpus: Corpus = { passages: 0, words: 0, alarms: [], advice: [] };
  const folder = await mkdtemp(join(tmpdir(), 'panui-corpus-'));
  try {
    await cp(content, folder, { recursive: true });
    await rm(join(folder, 'newsletters'), { recursive: true });
    await mkdir(join(folder, 'newsletters'));
    const file = join(folder, 'newsletters', `${day}.mdx`);
    for (const [passage, body] of Object.entries(cleanPassages)) {
      await writeFile(file, `${header}\n${body}\n`);
      const report = await checkContent({ folder, for: 'send', files: [file] });
      corpus.passages++;
      corpus.words += report.words - headerWords;
      for (const finding of report.findings) {
        const list = finding.severity === 'advice' ? corpus.advice : corpus.alarms;
        list.push({ ...finding, passage });
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return corpus;
}

const header = `---
date: ${day}
summary: What this edition says.
bulletins:
  providers:
    subject: Plans, sessions and a survey
    preheader: What changed in May, where to send questions, and what comes next.
---
`;

/** The words of the front matter, which are the same every time. */
const headerWords = 21;

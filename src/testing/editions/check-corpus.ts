import { checkAlone, headerWords } from './check-alone.ts';
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

/**
 * Checks every clean passage as an edition of its own.
 * @param content the folder of the sample content
 */
export async function checkCorpus(content: string): Promise<Corpus> {
  const passages = Object.entries(cleanPassages);
  const reports = await checkAlone(
    content,
    passages.map(([, body]) => ({ body })),
  );
  const found = reports.flatMap(({ findings }, index) =>
    findings.map((finding) => ({ ...finding, passage: passages[index]?.[0] ?? '' })),
  );
  return {
    passages: passages.length,
    words: reports.reduce((sum, { words }) => sum + words - headerWords, 0),
    alarms: found.filter(({ severity }) => severity !== 'advice'),
    advice: found.filter(({ severity }) => severity === 'advice'),
  };
}

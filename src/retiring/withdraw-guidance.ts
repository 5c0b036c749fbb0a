import { checkWithdrawn } from '../content/integrity/check-withdrawn.ts';
import { gatherContent } from '../content/reading/read-content.ts';
import type { Content } from '../content/content.ts';
import { writeWhole } from '../disk/write-whole.ts';
import { writeDocument } from '../document/write/write-document.ts';
import { closest } from '../problems/closest.ts';
import { BadInput, type Problem } from '../problems/problem.ts';
import { findGuidance } from './find-guidance.ts';
import { expectFields, readOriginal } from './read-original.ts';

/** How guidance is withdrawn. */
export interface Withdrawal {
  id: string;
  /** The first day on which it does not hold any more, YYYY-MM-DD. */
  on: string;
  /** Why, as a sentence for readers. */
  why: string;
  /** The guidance that holds in its place. */
  instead?: string | undefined;
}

/** Guidance that was withdrawn, or would be. */
export interface Withdrawn extends Withdrawal {
  /** The absolute path. */
  file: string;
  /** Every place that still sends readers there; a person has to say what they are told instead. */
  toMend: Problem[];
}

/**
 * Withdraws guidance: address and wording stay, marked with the day and the reason.
 * @param folder the content folder
 * @param write whether the file is written; else it is only said what would be
 * @throws {BadInput} where it cannot be; nothing was changed then
 */
export async function withdrawGuidance(
  { id, on, why, instead }: Withdrawal,
  { folder, write }: { folder: string; write: boolean },
): Promise<Withdrawn> {
  const { content } = await gatherContent(folder);
  const { file } = findGuidance(content, id, 'withdraw');
  if (instead !== undefined) expectOther(content, id, instead);
  const withdrawn = { on, why, ...(instead !== undefined && { instead }) };
  const original = await readOriginal(file);
  const fields = { ...expectFields(file, original), withdrawn };
  const toMend = newProblems(content, id, withdrawn);
  if (write) await writeWhole(file, writeDocument(original, 'guidance', { fields }));
  return { id, ...withdrawn, file, toMend };
}

/** What checks will say of other documents, besides what they say now. */
function newProblems(
  content: Content,
  id: string,
  withdrawn: Content['guidance'][number]['data']['withdrawn'],
): Problem[] {
  const before: Problem[] = [];
  checkWithdrawn(content, before);
  const after: Problem[] = [];
  const guidance = content.guidance.map((page) =>
    page.id === id ? { ...page, data: { ...page.data, withdrawn } } : page,
  );
  checkWithdrawn({ ...content, guidance }, after);
  const known = new Set(before.map((one) => JSON.stringify(one)));
  return after.filter((one) => !known.has(JSON.stringify(one)));
}

function expectOther(content: Content, id: string, instead: string): void {
  const others = content.guidance
    .filter((page) => page.id !== id && !page.data.withdrawn && !content.drafts.has(page.file))
    .map((page) => page.id);
  if (others.includes(instead)) return;
  const meant = closest(instead, others);
  throw new BadInput([
    {
      file: `--instead ${instead}`,
      expected: `other guidance that holds: ${others.join(', ') || 'there is none'}`,
      found: `"${instead}"`,
      remedy: meant
        ? `Write "${meant}" if that is what you meant.`
        : 'Leave it out where none does.',
    },
  ]);
}

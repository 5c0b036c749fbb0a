import { formatLongDate, formatTime } from '../../dates/format.ts';
import { localTimeAt } from '../../dates/new-zealand.ts';
import { lastWriter } from '../../history/last-writer.ts';
import type { Version } from '../../history/version.ts';
import type { Problem } from '../../problems/problem.ts';
import { publication } from '../../publication/site.ts';
import { type ApprovalState, sameName } from '../approval/approval.ts';
import { mailedDocument } from './mailed-document.ts';

/** Who changed the document of a bulletin last; undefined where nobody is known. */
export async function writerOf(
  { content, data }: { content: string; data: string },
  edition: string,
): Promise<Version | undefined> {
  const document = await mailedDocument(content, edition);
  return document && lastWriter(data, document, document.text);
}

/**
 * Why somebody must not approve: the publication rules that who wrote last cannot alone, and nobody else has
 * approved these bytes.
 */
export function ownApprovalFaults(
  by: string,
  writer: Version | undefined,
  state: ApprovalState,
): Problem[] {
  if (publication().rules.approver === 'anybody' || !writer || !sameName(writer.by, by)) return [];
  if (state.by.some(({ name }) => !sameName(name, by))) return [];
  const time = localTimeAt(new Date(writer.at));
  return [
    {
      file: 'the name',
      expected: 'somebody else than who changed it last, as the rules in content/site.yaml say',
      found: `${by}, who changed it last, at ${formatTime(time)}, ${formatLongDate(time.slice(0, 10))}`,
      remedy: 'Ask somebody else to read and approve it; you can approve it after them.',
    },
  ];
}

import { rules } from '../../checks/rules/all-rules.ts';
import type { CheckReport, Finding as Found } from '../../checks/finding.ts';
import { parseBody } from '../../document/parse-body.ts';
import { plainText } from '../../document/plain-text.ts';
import type { AsText, Edited } from '../protocol/document.ts';
import type { Checked, Finding } from '../protocol/findings.ts';
import { kindOfDocument } from './kind-of-document.ts';
import { labelOf } from './label-of.ts';
import { locator } from './locate-finding.ts';
import { writeEdited } from './write-edited.ts';

/** What the checks say of a document, were it saved with a text. */
export type CheckText = (path: string, text: string) => Promise<CheckReport>;

/**
 * What `panui check` would say of a document, were it written as it is edited; each finding with the node
 * that it belongs to, in words for people who see no tags.
 * @returns the findings, or what keeps it from being written
 * @throws {BadInput} where there is no such document
 */
export async function checkEdited(
  check: CheckText,
  edited: Edited,
): Promise<Checked | Extract<AsText, { faults: unknown }>> {
  const { container } = kindOfDocument(edited.path);
  const written = writeEdited(container, edited);
  if ('faults' in written) return written;
  const { findings, acknowledged } = await check(edited.path, written.text);
  const text = plainText(written.text);
  const locate = locator(
    text,
    parseBody(text, container, () => undefined),
  );
  const located = findings.map((found) => ({ ...tell(found), ...locate(found) }));
  return { findings: oncePerBlock(located), acknowledged: acknowledged.length };
}

const whys: ReadonlyMap<string, string> = new Map(rules.map(({ id, why }) => [id, why]));

function tell({ rule, severity, message, suggestion, line, words, fix }: Found): Finding {
  const why = whys.get(rule);
  return {
    rule,
    severity,
    message: withoutTags(message),
    ...(suggestion !== undefined && { suggestion: withoutTags(suggestion) }),
    ...(why !== undefined && { why }),
    line,
    // Tags and bars say nothing to who sees none.
    words: words.startsWith('<') || !/[\p{L}\p{N}]/u.test(words) ? '' : words,
    nth: 0,
    ...(fix !== undefined && { fix }),
  };
}

const withoutTags = (words: string) =>
  words.replaceAll(/<\/?([A-Z]\w*)(?: [^>]*)?>/g, (_, name: string) => `“${labelOf(name)}”`);

/** Of a block that is not finished one finding, however much it lacks: its form says what. */
function oncePerBlock(findings: readonly (Finding & { unfinished?: string })[]): Finding[] {
  const said = new Set<string>();
  return findings.flatMap(({ unfinished, ...finding }) => {
    if (unfinished === undefined) return [finding];
    if (said.has(finding.path ?? '')) return [];
    said.add(finding.path ?? '');
    const label = labelOf(unfinished);
    return [
      {
        ...finding,
        words: '',
        nth: 0,
        message: `“${label}” is not finished.`,
        suggestion: 'Fill in what its settings still need, or remove it.',
      },
    ];
  });
}

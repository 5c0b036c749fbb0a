import { parseDocument } from 'yaml';
import { acks as acksSchema, type Acks } from '../schemas/ack.ts';
import type { Finding } from './finding.ts';
import { lineAt, locate } from './locate.ts';
import type { Page, Place } from './page.ts';
import type { Rule } from './rule.ts';

/**
 * Sets apart the warnings that a document's front matter acknowledges, and reports the
 * acknowledgements that acknowledge nothing or may not.
 */
export function acknowledge(
  pages: readonly Page[],
  findings: readonly Finding[],
  rules: readonly Rule[],
): { standing: Finding[]; acknowledged: Finding[] } {
  const standing: Finding[] = [];
  const acknowledged: Finding[] = [];
  const byFile = Map.groupBy(findings, ({ file }) => file);
  for (const page of pages) {
    const own = byFile.get(page.file) ?? [];
    byFile.delete(page.file);
    const acks = acksOf(page);
    const used = new Set<Acks[number]>();
    for (const finding of own) {
      const ack = acks.find(
        ({ rule, words }) =>
          rule === finding.rule && (words === undefined || words === finding.words),
      );
      if (ack) used.add(ack);
      if (ack && finding.severity !== 'error') {
        acknowledged.push({ ...finding, acknowledged: { reason: ack.reason, by: ack.by } });
      } else standing.push(finding);
    }
    for (const [index, ack] of acks.entries()) {
      const errors = own.some(({ rule, severity }) => rule === ack.rule && severity === 'error');
      if (errors && used.has(ack))
        standing.push(
          onAck(
            page,
            index,
            'error',
            `“${ack.rule}” is an error here, and errors cannot be acknowledged.`,
            'Mend the text, and remove the acknowledgement.',
          ),
        );
      else if (!rules.some(({ id }) => id === ack.rule))
        standing.push(
          onAck(
            page,
            index,
            'error',
            `There is no rule “${ack.rule}”.`,
            'Copy the name of the rule from the warning.',
          ),
        );
      else if (!used.has(ack))
        standing.push(
          onAck(
            page,
            index,
            'warning',
            `This acknowledges “${ack.rule}”, which finds nothing here any more.`,
            'Remove the acknowledgement.',
          ),
        );
    }
  }
  for (const rest of byFile.values()) standing.push(...rest);
  return { standing, acknowledged };
}

/** Whether the document at a place acknowledges a rule there. */
export const acknowledged = ({ page, from, to }: Place, rule: string): boolean =>
  acksOf(page).some(
    (ack) =>
      ack.rule === rule && (ack.words === undefined || ack.words === page.source.slice(from, to)),
  );

/** The acknowledgements of a page; the schema reports those that are not written right. */
function acksOf(page: Page): Acks {
  const document =
    page.newsletter ?? page.correction ?? page.guidance ?? page.knownIssue ?? page.release;
  if (document) return document.data.acks ?? [];
  const yaml = /^---[ \t]*\n([\s\S]*?)\n---/.exec(page.source)?.[1];
  if (yaml === undefined || !/^acks:/m.test(yaml)) return [];
  try {
    const value: unknown = parseDocument(yaml, { schema: 'failsafe' }).toJS();
    const list =
      typeof value === 'object' && value !== null ? Reflect.get(value, 'acks') : undefined;
    return acksSchema.safeParse(list).data ?? [];
  } catch {
    return [];
  }
}

function onAck(
  page: Page,
  index: number,
  severity: 'error' | 'warning',
  message: string,
  suggestion: string,
): Finding {
  const document =
    page.newsletter ?? page.correction ?? page.guidance ?? page.knownIssue ?? page.release;
  const whole = lineAt(page, document?.lineOf(['acks', index]) ?? 1);
  const text = page.source.slice(whole.from, whole.to);
  const at = { ...whole, from: whole.to - text.trimStart().length };
  return {
    rule: 'check/acks',
    severity,
    file: page.file,
    ...locate(at),
    words: text.trim(),
    message,
    suggestion,
    text,
    fixable: false,
  };
}

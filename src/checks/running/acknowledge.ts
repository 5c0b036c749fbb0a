import { acks as acksSchema, type Acks } from '../../schemas/ack.ts';
import type { Finding, Spot } from '../finding.ts';
import { lineAt, locate } from '../reading/locate.ts';
import type { Library, Page, Place } from '../reading/page.ts';
import type { Rule } from '../rule.ts';

/** An acknowledgement and where it stands. */
export interface LocatedAck {
  ack: Acks[number];
  at: Spot;
}

/** The acknowledgements that a page has. */
export const acksOn = (page: Page, { ackLines }: Library): LocatedAck[] =>
  acksOf(page).map((ack, index) => ({
    ack,
    at: wholeLine(page, ackLines.get(page.file)?.[index] ?? 1),
  }));

/**
 * Sets apart the warnings that a document's front matter acknowledges, and reports the
 * acknowledgements that acknowledge nothing or may not.
 * @param acks by file
 */
export function acknowledge(
  acks: ReadonlyMap<string, readonly LocatedAck[]>,
  findings: readonly Finding[],
  rules: readonly Rule[],
): { unacknowledged: Finding[]; acknowledged: Finding[] } {
  const unacknowledged: Finding[] = [];
  const acknowledged: Finding[] = [];
  const used = new Set<LocatedAck>();
  for (const finding of findings) {
    const own = acksFor(acks.get(finding.file) ?? [], finding);
    if (own) used.add(own);
    if (own && finding.severity !== 'error') {
      const { reason, by } = own.ack;
      acknowledged.push({ ...finding, acknowledged: { reason, by } });
    } else unacknowledged.push(finding);
  }
  const byFile = Map.groupBy(findings, ({ file }) => file);
  for (const [file, list] of acks)
    for (const own of list) {
      const fault = faultOf(own, used.has(own), byFile.get(file) ?? [], rules);
      if (fault) unacknowledged.push(fault);
    }
  return { unacknowledged, acknowledged };
}

/** What is wrong with an acknowledgement itself. */
function faultOf(
  { ack: { rule }, at }: LocatedAck,
  used: boolean,
  findings: readonly Finding[],
  rules: readonly Rule[],
): Finding | undefined {
  const errors = findings.some((one) => one.rule === rule && one.severity === 'error');
  if (errors && used) {
    return onAck(
      at,
      'error',
      `“${rule}” is an error here, and errors cannot be acknowledged.`,
      'Mend the text, and remove the acknowledgement.',
    );
  }
  if (!rules.some(({ id }) => id === rule)) {
    return onAck(
      at,
      'error',
      `There is no rule “${rule}”.`,
      'Copy the name of the rule from the warning.',
    );
  }
  return used
    ? undefined
    : onAck(
        at,
        'warning',
        `This acknowledges “${rule}”, which finds nothing here any more.`,
        'Remove the acknowledgement.',
      );
}

/** Whether the document at a place acknowledges a rule there. */
export const acknowledged = ({ page, from, to }: Place, rule: string): boolean =>
  acksOf(page).some(
    (ack) =>
      ack.rule === rule && (ack.words === undefined || ack.words === page.source.slice(from, to)),
  );

const read = new WeakMap<Page, Acks>();

/* Each fault of a page asks. */
function acksOf(page: Page): Acks {
  const known = read.get(page) ?? readAcks(page);
  read.set(page, known);
  return known;
}

/** The acknowledgements of a page; the schema reports those that are not written right. */
function readAcks(page: Page): Acks {
  const document =
    page.newsletter ?? page.correction ?? page.guidance ?? page.knownIssue ?? page.release;
  if (document) return document.data.acks ?? [];
  if (!/^acks:/m.test(page.source)) return [];
  try {
    const value = page.data();
    const list =
      typeof value === 'object' && value !== null ? Reflect.get(value, 'acks') : undefined;
    return acksSchema.safeParse(list).data ?? [];
  } catch {
    // Aliases within each other without end.
    return [];
  }
}

function wholeLine(page: Page, line: number): Spot {
  const whole = lineAt(page, line);
  const text = page.source.slice(whole.from, whole.to);
  const at = { ...whole, from: whole.to - text.trimStart().length };
  return { file: page.file, ...locate(at), words: text.trim(), text };
}

const first = new WeakMap<readonly LocatedAck[], Map<string, [index: number, LocatedAck]>>();

/** The first acknowledgement that is meant for a finding: of its rule, and of its words or of any. */
function acksFor(acks: readonly LocatedAck[], { rule, words }: Finding): LocatedAck | undefined {
  const known = first.get(acks) ?? new Map<string, [number, LocatedAck]>();
  if (!first.has(acks)) {
    for (const [index, one] of acks.entries()) {
      const key = JSON.stringify([one.ack.rule, one.ack.words]);
      if (!known.has(key)) known.set(key, [index, one]);
    }
    first.set(acks, known);
  }
  const ofWords = known.get(JSON.stringify([rule, words]));
  const ofAny = known.get(JSON.stringify([rule, undefined]));
  return ofWords && (!ofAny || ofWords[0] < ofAny[0]) ? ofWords[1] : ofAny?.[1];
}

const onAck = (
  at: Spot,
  severity: 'error' | 'warning',
  message: string,
  suggestion: string,
): Finding => ({ rule: 'check/acks', severity, ...at, message, suggestion, fixable: false });

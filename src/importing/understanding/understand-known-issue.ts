import { datesIn } from '../../checks/language/dates-in-text.ts';
import type { Flow } from '../../document/tree.ts';
import { issueStatuses, issueStatus } from '../../schemas/known-issue.ts';
import { paragraph, trimmedWords } from '../nodes.ts';
import { levelHeadings } from './make-item.ts';
import { matchContacts } from './match-contacts.ts';
import { propose } from './propose.ts';
import type { Understanding } from './understanding.ts';

/** Keys of a known issue that a source gives a name of its own. */
type Keys = Partial<
  Record<
    'status' | 'system' | 'area' | 'whatYouSee' | 'cause' | 'firstReported' | 'lastUpdated',
    string
  >
>;

const labels: readonly [RegExp, keyof Keys][] = [
  [/^(?:status|state)$/i, 'status'],
  [/^(?:system|application)$/i, 'system'],
  [/^(?:area|module|part of the system)$/i, 'area'],
  [
    /^(?:what you(?:’ll)? see|symptoms?|error message|what happens|issue|description)$/i,
    'whatYouSee',
  ],
  [/^(?:cause|why it happens|root cause)$/i, 'cause'],
  [/^(?:first reported|reported|date reported|date raised)$/i, 'firstReported'],
  [/^(?:last updated|updated|date updated)$/i, 'lastUpdated'],
];

/**
 * The text of a known issue, and the keys that its lines of "Status: …" give; a table of two columns has them too.
 * What has no key, such as the workaround, is its text.
 */
export function understandKnownIssue(
  nodes: readonly Flow[],
  known: Understanding,
): { keys: Keys; body: Flow[] } {
  const keys: Keys = {};
  const take = (label: string, value: string, words: string): boolean => {
    const key = labels.find(([pattern]) => pattern.test(label.trim()))?.[1];
    if (key === undefined || keys[key] !== undefined) return false;
    const written = valueOf(key, value.trim(), known.day);
    if (written === undefined) return false;
    const proposal = {
      made: `${key}: ${written}`,
      words,
      confidence: 'certain' as const,
      because: `its label is “${label.trim()}”`,
    };
    if (!propose([proposal], known)) return false;
    keys[key] = written;
    return true;
  };
  const body: Flow[] = [];
  let skip = false;
  nodes.forEach((node, index) => {
    if (skip) {
      skip = false;
      return;
    }
    const next = nodes[index + 1];
    if (node.type === 'heading' && next?.type === 'paragraph' && next.children.length === 1) {
      const words = `${trimmedWords(node)}\n${trimmedWords(next)}`;
      const ends = nodes[index + 2] === undefined || nodes[index + 2]?.type === 'heading';
      if (ends && take(trimmedWords(node), trimmedWords(next), words)) {
        skip = true;
        return;
      }
    }
    if (node.type === 'table') {
      const rows = [...(node.head ? [node.head] : []), ...node.rows].map((row) =>
        row.map((cell) => trimmedWords(paragraph(cell))),
      );
      const isKeys =
        rows.every((row) => row.length === 2) &&
        rows.some(([label = '']) => labels.some(([one]) => one.test(label)));
      if (isKeys) {
        for (const [label = '', value = ''] of rows) {
          if (!take(label, value, `${label}\n${value}`)) {
            body.push(paragraph([{ type: 'text', value: `${label}: ${value}`, at: node.at }]));
          }
        }
        return;
      }
    }
    const words = node.type === 'paragraph' ? trimmedWords(node) : '';
    const [, label = '', value = ''] = /^([^:]{3,30}):\s+(.+)$/.exec(words) ?? [];
    if (label === '' || !take(label, value, words)) body.push(node);
  });
  return { keys, body: matchContacts(levelHeadings(body, 0, known), known) };
}

function valueOf(key: keyof Keys, value: string, day: string): string | undefined {
  if (key === 'firstReported' || key === 'lastUpdated')
    return datesIn({ words: value }, day)[0]?.day;
  if (key !== 'status') return value;
  const wanted = value.toLowerCase().replaceAll(/[’'.]/g, '');
  const found = Object.entries(issueStatuses).find(
    ([id, words]) => wanted === id.replaceAll('-', ' ') || wanted === words.toLowerCase(),
  );
  const other = /workaround/.test(wanted)
    ? 'workaround'
    : /^(?:open|in progress|under investigation|new)$/.test(wanted)
      ? 'investigating'
      : /^(?:closed|resolved|fixed)\b/.test(wanted)
        ? 'fixed'
        : undefined;
  const parsed = issueStatus.safeParse(found?.[0] ?? other);
  return parsed.success ? parsed.data : undefined;
}

import type { Flow, Paragraph } from '../../document/tree.ts';
import { block, trimmedWords } from '../nodes.ts';
import { propose } from './propose.ts';
import type { Understanding } from './understanding.ts';

const greeting =
  /^(?:(?:ngā mihi o te (?:ata|tau hou),?\s+)?(?:kia ora|tēnā)(?: koutou| koe| tātou)?(?: katoa)?(?: e te whānau)?|mōrena(?: koutou)?(?: katoa)?|mauri ora)[,.!]?$/i;
const farewell =
  /^(?<mi>(?:ngā mihi(?: (?:nui|maioha|mahana|o te ata))*|aku mihi|nāku noa,? nā|nāku iti noa,? nā|mauri ora|noho ora mai|hei konā mai|kia pai (?:te rā|tō wiki)))(?<rest>$|[,.!]?\s*$|[,.]?\s*[–—-]\s*.+$|,\s*.+$)/i;

/** A paragraph that greets becomes a <Greeting>. */
export function greet(node: Flow, known: Understanding): Flow {
  if (node.type !== 'paragraph') return node;
  const words = trimmedWords(node);
  if (!greeting.test(words)) return node;
  const mi = words.replace(/[,.!]$/, '');
  const proposal = {
    made: `<Greeting mi="${mi}" />`,
    words,
    confidence: 'certain' as const,
    because: 'a greeting on a line of its own',
  };
  return propose([proposal], known) ? block('Greeting', { mi }) : node;
}

/**
 * Closing words in te reo Māori, and who signs beneath them, become a <SignOff>. People appear by role, so the name
 * stands in the report alone.
 */
export function signOff(nodes: readonly Flow[], known: Understanding): Flow[] {
  const signed: Flow[] = [];
  let skip = 0;
  nodes.forEach((node, index) => {
    if (skip-- > 0) return;
    skip = 0;
    const found = node.type === 'paragraph' ? farewell.exec(trimmedWords(node))?.groups : undefined;
    if (!found || node.type !== 'paragraph') return void signed.push(node);
    const own = (found['rest'] ?? '').replace(/^[\s,.!–—-]+/, '');
    const below = own === '' ? signatureBelow(nodes.slice(index + 1)) : [];
    const words = [trimmedWords(node), ...below.map(trimmedWords)].join(' ');
    const { role, team } = signerOf(own === '' ? below.map(linesOf).flat() : [own]);
    const props = { mi: found['mi'], role: role ?? 'TBC: the role of the person who signs', team };
    const proposal = {
      made: `<SignOff mi="${props.mi}" role="${props.role}"${team ? ` team="${team}"` : ''} />`,
      words,
      confidence: role === undefined ? ('likely' as const) : ('certain' as const),
      because: 'closing words in te reo Māori; the name is left out, since people appear by role',
    };
    if (!propose([proposal], known)) return void signed.push(node);
    if (role === undefined)
      known.notes.toDo.push('Say in which role the person signs who signs in the source.');
    signed.push(
      block('SignOff', Object.fromEntries(Object.entries(props).filter(([, value]) => value))),
    );
    skip = below.length;
  });
  return signed;
}

const linesOf = (node: Flow): string[] => trimmedWords(node).split('\n');

/** Up to three short lines beneath: a name, a role, a team. */
function signatureBelow(nodes: readonly Flow[]): Paragraph[] {
  const lines: Paragraph[] = [];
  for (const node of nodes.slice(0, 3)) {
    if (node.type !== 'paragraph') break;
    const words = trimmedWords(node);
    if (words.length > 100 || /[.!?:]$/.test(words) || !/^\p{Lu}/u.test(words)) break;
    lines.push(node);
  }
  return lines;
}

/** "Mel Harrington - Manager, Attendance Service Delivery": what stands behind the name. */
function signerOf(lines: readonly string[]): {
  role: string | undefined;
  team: string | undefined;
} {
  const parts = lines
    .flatMap((line) => line.split(/\s+[–—-]\s+|,\s+|\s*\|\s*/))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const isRole = (part: string) =>
    /\b(?:manager|advis[eo]r|lead|director|secretary|team|officer|coordinator|chief|head|principal|analyst|service|group|ministry|chair)\b/i.test(
      part,
    );
  const roles = parts.slice(parts[0] !== undefined && isRole(parts[0]) ? 0 : 1);
  return { role: roles[0], team: roles.length > 1 ? roles.slice(1).join(', ') : undefined };
}

import { asRead } from './as-read.ts';
import { byNumber, escapeText } from './escape-text.ts';
import type { Code, Inline, Link } from '../tree.ts';
import { mergeRuns } from './merge-runs.ts';
import { writeMarked, type Mark } from './write-marked.ts';
import { writeTag } from './write-tag.ts';

/** Where inline nodes stand. */
export interface InlineSetting {
  /** In a list or a quotation, where a tag alone is a sentence. */
  sentencesOnly: boolean;
  /** In a heading, which has one line. */
  oneLine: boolean;
  inLink: boolean;
  /** The marks around them: none where they are all of a paragraph or a heading. */
  within: Mark | '' | '[';
  /** What was read, which says what to write for parts that reading refused. */
  source?: string | undefined;
  /** Asked for each mark in turn: whether it is the character one would take, or the other. */
  isUsual: () => boolean;
}

/** The words of a paragraph or a heading as Markdown. */
export function writeInline(nodes: readonly Inline[], setting: InlineSetting): string {
  const outermost = setting.within === '';
  const merged = mergeRuns(nodes);
  let written = '';
  // The first letter of the words that follow has to be written by its number.
  let guard = false;
  merged.forEach((node, index) => {
    const next = merged[index + 1];
    const startsLine = written.endsWith('\n') || (written === '' && outermost);
    switch (node.type) {
      case 'text': {
        const words = escapeText(node.value, {
          startsLine,
          startsParagraph: written === '' && outermost && !setting.oneLine,
          endsParagraph: (next === undefined && outermost) || next?.type === 'break',
          inLink: setting.inLink,
          beforeLink: next?.type === 'link',
          oneLine: setting.oneLine,
        });
        written += guard ? words.replace(/^[^\s\p{P}]/u, byNumber) : words;
        break;
      }
      case 'strong':
      case 'emphasis': {
        const marked = writeMarked(node, written, setting);
        if (!marked) return;
        written = marked.before + marked.written;
        guard = marked.guardNext;
        return;
      }
      case 'code':
        written += writeCode(node);
        break;
      case 'break':
        written += setting.oneLine ? ' ' : next === undefined && outermost ? '' : '\\\n';
        break;
      case 'link':
        written += writeLink(node, setting);
        break;
      case 'block':
        written += writeTag(node.name, node.props);
        break;
      case 'refused':
        written += asRead(node, setting.source);
    }
    guard = false;
  });
  return outermost && !setting.oneLine ? keepTagsInline(written, setting) : written;
}

/** Code between as many backticks as none of its own runs has. */
function writeCode({ value }: Code): string {
  // On a line of its own what follows could begin a list or a quotation.
  const code = value.replaceAll(/\n(?=\s|[-+*>#=<|:`~]|\d+[.)]|export|import|$)/g, ' ');
  if (code === '') return '';
  const runs = new Set(code.match(/`+/g)?.map((run) => run.length));
  let length = 1;
  while (runs.has(length)) length++;
  const ticks = '`'.repeat(length);
  const padded = /^`|`$|^ .*\S.* $/s.test(code) ? ` ${code} ` : code;
  return ticks + padded + ticks;
}

function writeLink({ to, children }: Link, setting: InlineSetting): string {
  const words = writeInline(children, { ...setting, inLink: true, within: '[' });
  return `[${words}](${writeTarget(to)})`;
}

function writeTarget(to: string): string {
  const escaped = to
    .replaceAll(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replaceAll(/&(?=#|[a-z][a-z0-9]*;)/gi, '&amp;')
    .replaceAll(/\p{Cc}/gu, byNumber);
  if (to === '' || /\s/.test(to)) return `<${escaped.replaceAll(/[<>]/g, '\\$&')}>`;
  return isBalanced(to) ? escaped : escaped.replaceAll(/[()]/g, '\\$&');
}

function isBalanced(to: string): boolean {
  let open = 0;
  for (const character of to) {
    if (character === '(') open++;
    if (character === ')' && --open < 0) return false;
  }
  return open === 0;
}

const onlyTags = /^(?:<[A-Z]\w*(?:\s+\w+="[^"]*")*\s*\/>\s*)+$/;

/** A line of tags and nothing else is no part of a paragraph, so its ends are written by number. */
function keepTagsInline(written: string, { sentencesOnly }: InlineSetting): string {
  const lines = written.split('\n');
  if (lines.length === 1) {
    return onlyTags.test(written) && !sentencesOnly ? `${written}${byNumber(' ')}` : written;
  }
  let joined = lines[0] ?? '';
  lines.slice(1).forEach((line, index) => {
    const alone = onlyTags.test(line) || onlyTags.test(lines[index] ?? '');
    joined += alone && !joined.endsWith('\\') ? byNumber('\n') : '\n';
    joined += line;
  });
  return joined;
}

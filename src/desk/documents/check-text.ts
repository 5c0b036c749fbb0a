import { problemsBeforeBuild } from '../../building/problems-before-build.ts';
import type { CheckReport, Finding } from '../../checks/finding.ts';
import { keepsMeaning } from '../../checks/reading/keeps-meaning.ts';
import { checkContent } from '../../checks/running/check-content.ts';
import type { KeptChecks } from '../../checks/running/report-on-changed.ts';
import { withoutDrafts } from '../../content/drafts.ts';
import { withUnsaved } from '../../content/reading/unsaved.ts';
import { plainText } from '../../document/plain-text.ts';
import { draftLine } from '../../document/yaml/draft-line.ts';
import { type Edit, splice } from '../../document/write/splice.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Source } from './read-source.ts';

/** Whether a document is looked at while it is written, or as what is sent. */
export type Purpose = 'draft' | 'send';

/**
 * What `panui check FILE` would say of a document, were it saved with this text. Nothing is written.
 * @param kept what was read and found before
 * @param purpose left out, a draft is checked as one, and all else for sending
 */
export function checkText(
  settings: Settings,
  kept: KeptChecks,
  { file }: Pick<Source, 'file'>,
  text: string,
  purpose: Purpose = draftLine(plainText(text)) === undefined ? 'send' : 'draft',
): Promise<CheckReport> {
  const { content: folder, out } = settings;
  return withUnsaved(new Map([[file, text]]), () =>
    checkContent({
      folder,
      out,
      for: purpose,
      files: [file],
      kept,
      also: (content) =>
        problemsBeforeBuild(
          settings,
          content,
          purpose === 'draft' ? content : withoutDrafts(content),
        ),
    }),
  );
}

/**
 * A text with faults mended that can be mended without a change of what it says.
 * @param findings those to mend; what has no fix is left
 */
export function mendText(
  text: string,
  { kind }: Pick<Source, 'kind'>,
  findings: readonly Finding[],
): string {
  const edits = findings.flatMap((finding) => editOf(plainText(text), finding) ?? []);
  return splice(text, keepsMeaning(text, kind, edits));
}

function editOf(text: string, { line, column, words, fix }: Finding): Edit | undefined {
  if (fix === undefined) return undefined;
  const from = offsetOf(text, line, column);
  const to = from + words.length;
  return text.slice(from, to) === words ? { from, to, text: fix } : undefined;
}

/** Where a line and a column, both counted from 1, stand in a text. */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let left = line - 1; left > 0; left--) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}

import { openLibrary } from '../../checks/reading/read-library.ts';
import { checkLibrary } from '../../checks/running/check-content.ts';
import { rules } from '../../checks/rules/all-rules.ts';
import type { Finding as Found } from '../../checks/finding.ts';
import { withUnsaved } from '../../content/reading/unsaved.ts';
import { parseBody } from '../../document/parse-body.ts';
import { plainText } from '../../document/plain-text.ts';
import type { Flow } from '../../document/tree.ts';
import { frontMatterOf } from '../../document/yaml/front-matter.ts';
import { readYaml, yamlValues } from '../../document/yaml/yaml-values.ts';
import type { Edited, NodeFault } from '../protocol/document.ts';
import type { Checked, Finding } from '../protocol/findings.ts';
import { findNode } from './find-node.ts';
import { readFileToEdit } from './read-file-to-edit.ts';
import { writeEdited } from './write-edited.ts';

/**
 * What `panui check` would say of a document, were it written as it is edited; each finding with the node
 * that it belongs to. Nothing is written.
 * @returns the findings, or what keeps it from being written
 * @throws {BadInput} where there is no such document
 */
export async function checkEdited(
  folder: string,
  edited: Edited,
): Promise<Checked | { faults: NodeFault[] }> {
  const file = await readFileToEdit(folder, edited.path);
  const written = writeEdited(edited.base ?? file.original, file.container, edited);
  if ('faults' in written) return written;
  const report = await withUnsaved(new Map([[file.file, written.text]]), async () => {
    const library = await openLibrary(folder);
    return checkLibrary(library, { for: 'draft', files: [file.file] }, 0);
  });
  const text = plainText(written.text);
  const body = parseBody(text, file.container, () => undefined);
  const locate = locator(text, body);
  return {
    findings: report.findings.map((found) => ({ ...tell(found), ...locate(found) })),
    acknowledged: report.acknowledged.length,
  };
}

const whys: ReadonlyMap<string, string> = new Map(rules.map(({ id, why }) => [id, why]));

function tell({ rule, severity, message, suggestion, line, words, fix }: Found): Finding {
  const why = whys.get(rule);
  return {
    rule,
    severity,
    message,
    ...(suggestion !== undefined && { suggestion }),
    ...(why !== undefined && { why }),
    line,
    words,
    nth: 0,
    ...(fix !== undefined && { fix }),
  };
}

/** Says in which node, prop or key a finding stands, and which of the same words in it are meant. */
function locator(text: string, body: readonly Flow[]) {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const top = frontMatterOf(text);
  const values = top ? valuesOf(top.yaml) : [];
  return ({ line, column, words }: Found): Partial<Finding> => {
    const offset = (starts[line - 1] ?? 0) + column - 1;
    const nthFrom = (from: number) =>
      words === '' ? 0 : text.slice(from, offset).split(words).length - 1;
    if (top && offset < top.at.to) {
      const inYaml = offset - top.at.from;
      const value =
        values.find(({ at }) => at.from <= inYaml && inYaml < at.to) ??
        values.find(({ at }) => at.to > inYaml);
      return value ? { key: value.path.join('.'), nth: nthFrom(top.at.from + value.at.from) } : {};
    }
    const node = findNode(body, offset);
    if (!node) return {};
    const { path, prop, at } = node;
    return { path, ...(prop !== undefined && { prop }), nth: nthFrom(at.from) };
  };
}

function valuesOf(yaml: string) {
  try {
    return yamlValues(readYaml(yaml));
  } catch {
    return [];
  }
}

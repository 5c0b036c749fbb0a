import { isBlockName } from '../../blocks/contract.ts';
import type { Finding as Found } from '../../checks/finding.ts';
import type { Flow } from '../../document/tree.ts';
import { frontMatterOf } from '../../document/yaml/front-matter.ts';
import { readYaml, yamlValues } from '../../document/yaml/yaml-values.ts';
import type { Finding } from '../protocol/findings.ts';
import { findNode } from './find-node.ts';

/** Where a finding stands, and the name of the block that lacks something, where it is about that. */
type Located = Partial<Finding> & { unfinished?: string };

/** What says in which node, prop or key a finding stands, and which of the same words in it are meant. */
export function locator(text: string, body: readonly Flow[]): (found: Found) => Located {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const top = frontMatterOf(text);
  const values = top ? valuesOf(top.yaml) : [];
  return ({ rule, line, column, words }) => {
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
    const found = findNode(body, offset);
    if (!found) return {};
    const { path, prop, at, node } = found;
    const lacks =
      rule === 'document/refused' && 'name' in node && isBlockName(node.name) && prop === undefined
        ? node.type === 'refused' || node.children.length === 0
        : false;
    return {
      path,
      ...(prop !== undefined && { prop }),
      nth: nthFrom(at.from),
      ...(lacks && 'name' in node && { unfinished: node.name }),
    };
  };
}

function valuesOf(yaml: string) {
  try {
    return yamlValues(readYaml(yaml));
  } catch {
    return [];
  }
}

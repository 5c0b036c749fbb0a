import { isMap, isScalar, isSeq, parseDocument, type Document, type LineCounter } from 'yaml';
import type { Span } from '../tree.ts';

/**
 * The syntax tree of a YAML text. Every value is text as its author wrote it (the "failsafe" schema of
 * YAML 1.2): a phone number keeps its zero, and "No" is a word.
 * @param lineCounter takes down where lines start
 * @throws where it is thousands of levels deep
 */
export const readYaml = (source: string, lineCounter?: LineCounter): Document =>
  parseDocument(source, { schema: 'failsafe', ...(lineCounter && { lineCounter }) });

/** A value of YAML. */
export interface YamlValue {
  /** The keys, and the positions in lists, that lead to it. */
  path: readonly PropertyKey[];
  value: string;
  /** Where it stands in the YAML, without its quotation marks. */
  at: Span;
}

/** The values of a YAML text with their places, in order. */
export function yamlValues({ contents }: Document): YamlValue[] {
  const values: YamlValue[] = [];
  const walk = (node: unknown, path: readonly PropertyKey[]) => {
    if (isMap(node)) for (const { key, value } of node.items) walk(value, [...path, String(key)]);
    else if (isSeq(node))
      for (const [index, item] of node.items.entries()) walk(item, [...path, index]);
    else if (isScalar(node) && typeof node.value === 'string' && node.range) {
      const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
      const at = { from: node.range[0] + quoted, to: node.range[1] - quoted };
      values.push({ path, value: node.value, at });
    }
  };
  walk(contents, []);
  return values;
}

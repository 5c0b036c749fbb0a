import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  YAMLParseError,
  type Document,
  type LineCounter,
} from 'yaml';
import type { Span } from '../tree.ts';

/**
 * The syntax tree of a YAML text. Every value is text as its author wrote it (the "failsafe" schema of
 * YAML 1.2): a phone number keeps its zero, and "No" is a word.
 * @param lineCounter takes down where lines start
 * @throws where it is dozens of levels deep
 */
export function readYaml(source: string, lineCounter?: LineCounter): Document {
  if (dozensDeep.test(source)) throw new RangeError('brackets within each other without end');
  const document = parseDocument(source, {
    schema: 'failsafe',
    prettyErrors: false,
    // The parser would compare each key with every other.
    uniqueKeys: false,
    ...(lineCounter && { lineCounter }),
  });
  const repeated = repeatedKeys(document);
  if (repeated.length > 0) {
    document.errors.push(...repeated.slice(0, mostRepeated));
    document.errors.sort((a, b) => a.pos[0] - b.pos[0]);
  }
  return document;
}

/* Brackets, or the marks of lists on one line: each level is one of every reading. */
const dozensDeep = /(?:[[{]\s*|[-?][ \t]+){60}/;

/* Nobody mends more at once. */
const mostRepeated = 50;

function repeatedKeys(document: Document): YAMLParseError[] {
  const errors: YAMLParseError[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const at = key.range?.[0] ?? 0;
        if (seen.has(key.value))
          errors.push(new YAMLParseError([at, at + 1], 'DUPLICATE_KEY', 'Map keys must be unique'));
        seen.add(key.value);
      }
    },
  });
  return errors;
}

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

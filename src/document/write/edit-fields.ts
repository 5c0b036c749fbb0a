import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { readYaml } from '../yaml/yaml-values.ts';
import type { Edit } from './splice.ts';
import { toYaml } from './to-yaml.ts';

/** A value as it is written in front matter: all words are text. */
export type Field = string | readonly Field[] | { readonly [key: string]: Field };

/** Front matter as it is written. */
export interface Fields {
  readonly [key: string]: Field;
}

/**
 * The edits that give front matter the values of `fields`, key by key: comments, quotation marks and
 * spaces of all others stay, and those of the keys above.
 * @param yaml between the two lines of hyphens, without a fault
 * @param from where it stands in the source
 */
export function editFields(yaml: string, from: number, fields: Fields): Edit[] {
  const { contents } = readYaml(yaml);
  const edits = isMap(contents) ? editMap(yaml, contents, fields) : [whole(yaml, fields)];
  return edits.map((edit) => ({ from: edit.from + from, to: edit.to + from, text: edit.text }));
}

const whole = (yaml: string, fields: Fields): Edit => ({
  from: 0,
  to: yaml.length,
  text: toYaml(fields),
});

function editMap(yaml: string, map: YAMLMap, fields: Fields): Edit[] {
  const edits: Edit[] = [];
  const spans = map.items.map((pair) => ({ pair, key: String(pair.key), ...linesOf(yaml, pair) }));
  const indent = ' '.repeat(spans[0] ? columnOf(yaml, spans[0].from) : 0);
  for (const { pair, key, from, to } of spans) {
    const value = fields[key];
    if (value === undefined) edits.push({ from: startOfLine(yaml, from), to, text: '' });
    else edits.push(...editPair(yaml, pair, key, value, { from, to, indent }));
  }
  let previous: string | undefined;
  for (const [key, value] of Object.entries(fields)) {
    if (!spans.some((span) => span.key === key)) {
      const after = spans.find((span) => span.key === previous)?.to;
      const at =
        after ?? (previous === undefined ? startOfLine(yaml, spans[0]?.from ?? 0) : yaml.length);
      edits.push({ from: at, to: at, text: indented(toYaml({ [key]: value }), indent) });
      // What follows a new key stands behind it.
      continue;
    }
    previous = key;
  }
  return edits;
}

interface Lines {
  from: number;
  to: number;
  indent: string;
}

function editPair(yaml: string, pair: Pair, key: string, value: Field, lines: Lines): Edit[] {
  const old = pair.value;
  if (isDeepStrictEqual(plain(old), value)) return [];
  if (isScalar(old) && typeof value === 'string' && old.range) {
    const [from, to] = old.range;
    const single = !yaml.slice(from, to).includes('\n') && from < to;
    // With its key: a value alone is written in another way than behind one.
    const written = toYaml({ [key]: value })
      .trimEnd()
      .slice(toYaml({ [key]: '-x' }).length - 3);
    if (single && !written.includes('\n')) return [{ from, to, text: written.trimStart() }];
  }
  if (isMap(old) && !old.flow && isFields(value)) return editMap(yaml, old, value);
  if (isSeq(old) && !old.flow && isList(value) && value.length === old.items.length) {
    const items = old.items.map((item, index) => ({ item, now: value[index] }));
    if (
      items.every(
        ({ item, now }) =>
          isMap(item) && !item.flow && now && isFields(now) && keepsHyphen(item, now),
      )
    ) {
      return items.flatMap(({ item, now }) =>
        isMap(item) && now && isFields(now) ? editMap(yaml, item, now) : [],
      );
    }
  }
  const lists = isSeq(old) && !old.flow ? 'below' : 'in-line';
  const written = toYaml({ [key]: value }, { lists });
  const text = indented(written, lines.indent).slice(lines.indent.length);
  return [{ from: lines.from, to: lines.to, text }];
}

/* The hyphen of an entry stands before its first key: that can neither go nor have another put before it. */
function keepsHyphen(item: YAMLMap, now: Fields): boolean {
  const [first] = Object.keys(now);
  const [oldFirst] = item.items;
  if (first === undefined || oldFirst === undefined) return false;
  return Object.hasOwn(now, String(oldFirst.key)) && item.has(first);
}

const plain = (node: unknown): unknown =>
  isScalar(node) ? node.value : isMap(node) || isSeq(node) ? node.toJSON() : node;

const isList = (value: Field): value is readonly Field[] => Array.isArray(value);

const isFields = (value: Field): value is Fields => typeof value === 'object' && !isList(value);

/** From a key to the end of the last line of its value. */
function linesOf(yaml: string, { key, value }: Pair): { from: number; to: number } {
  const from = (isScalar(key) ? key.range?.[0] : undefined) ?? 0;
  const node = isScalar(value) || isMap(value) || isSeq(value) ? value.range : undefined;
  const end = Math.max(from, (node?.[1] ?? from) - 1);
  const last = from + yaml.slice(from, end + 1).trimEnd().length;
  const lineEnd = yaml.indexOf('\n', Math.max(from, last - 1));
  return { from, to: lineEnd < 0 ? yaml.length : lineEnd + 1 };
}

const startOfLine = (yaml: string, at: number) => yaml.lastIndexOf('\n', at - 1) + 1;

/** How far in something stands; behind the hyphen of a list that counts too. */
const columnOf = (yaml: string, at: number) => at - startOfLine(yaml, at);

const indented = (text: string, indent: string) => text.replaceAll(/^(?=.)/gm, indent);

import { collections } from '../../content/collections.ts';
import { frontMatterOf } from '../../document/yaml/front-matter.ts';
import { parseText } from '../../document/parse-body.ts';
import { plainText } from '../../document/plain-text.ts';
import { cellsOf, type Flow, type Inline, type Span } from '../../document/tree.ts';
import { type Edit, splice } from '../../document/write/splice.ts';
import { readYaml, yamlValues } from '../../document/yaml/yaml-values.ts';
import type { PageKind } from './page.ts';

/**
 * Those of `edits` after which a document still says the same but for the words that they change: as many
 * nodes of the same kinds, the same keys, links and props, and no other error.
 * @param original the file, decoded and otherwise as it is on disk
 */
export function keepsMeaning(original: string, kind: PageKind, edits: readonly Edit[]): Edit[] {
  const before = partsOf(plainText(original), kind);
  const same = (tried: readonly Edit[]) =>
    isSame(before, partsOf(plainText(splice(original, tried)), kind), tried);
  /* Halves of halves, so that one edit that may not be made costs few readings. */
  const keep = (tried: readonly Edit[], base: readonly Edit[]): Edit[] => {
    if (tried.length === 0 || same([...base, ...tried])) return [...tried];
    if (tried.length === 1) return [];
    const middle = tried.length >> 1;
    const first = keep(tried.slice(0, middle), base);
    return [...first, ...keep(tried.slice(middle), [...base, ...first])];
  };
  return keep(edits, []);
}

/** One thing that a document says: what it is, its words, and where they stand. */
interface Part {
  sign: string;
  value?: string;
  at?: Span;
}

function isSame(before: readonly Part[], after: readonly Part[], edits: readonly Edit[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ sign, value, at }, index) => {
      const now = after[index];
      const edited = at && edits.some(({ from, to }) => from < at.to && to > at.from);
      return now?.sign === sign && (edited || now.value === value);
    })
  );
}

function partsOf(source: string, kind: PageKind): Part[] {
  const parts: Part[] = [];
  const isDocument = kind in collections;
  const keys = isDocument ? frontMatterOf(source) : { yaml: source, at: { from: 0 } };
  if (keys) addKeys(keys.yaml, keys.at.from, parts);
  if (!isDocument) return parts;
  const body = parseText(source, kind, (line) => parts.push({ sign: `error on ${line}` }));
  for (const node of body ?? []) addNode(node, source, parts);
  return parts;
}

function addKeys(yaml: string, start: number, parts: Part[]): void {
  try {
    const document = readYaml(yaml);
    for (const { code } of document.errors) parts.push({ sign: code });
    for (const { path, value, at } of yamlValues(document)) {
      const sign = path.map(String).join('\n');
      parts.push({ sign, value, at: { from: start + at.from, to: start + at.to } });
    }
  } catch {
    // Thousands of levels deep: every reading of it says so.
    parts.push({ sign: 'too deep' });
  }
}

function addNode(node: Flow | Inline, source: string, parts: Part[]): void {
  if (node.type === 'text') parts.push({ sign: 'text', value: node.value, at: node.at });
  else parts.push({ sign: signOf(node) });
  if ('tag' in node) {
    for (const [sign, at] of Object.entries(node.tag.values)) {
      parts.push({ sign, value: source.slice(at.from, at.to), at });
    }
  }
  for (const nodes of runsIn(node)) {
    parts.push({ sign: 'in' });
    for (const each of nodes) addNode(each, source, parts);
  }
}

function runsIn(node: Flow | Inline): readonly (readonly (Flow | Inline)[])[] {
  if (node.type === 'list') return node.items;
  if (node.type === 'table') return cellsOf(node);
  return 'children' in node ? [node.children] : [];
}

function signOf(node: Flow | Inline): string {
  if ('name' in node) return `<${node.name}>`;
  if (node.type === 'link') return `link ${node.to}`;
  if (node.type === 'code') return `code ${node.value}`;
  if (node.type === 'heading') return `heading ${node.rank}`;
  if (node.type === 'list') return `list ${node.ordered} ${node.numbers?.join()}`;
  if (node.type === 'table') return `table ${node.rows.length} ${node.align.join()}`;
  return node.type;
}

import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { align } from './align.ts';
import { buildPassage } from './build-passage.ts';
import type { Page, Passage, Place } from './page.ts';

/*
 * The keys whose values readers see as words. Names of files, addresses and search words are not, and
 * what a correction says was said is not ours to mend.
 */
const prose = new Set(
  'title summary subject preheader text points note now whatYouSee cause meaning expansion what purposes name hours phoneNote topic system area'.split(
    ' ',
  ),
);

/** A value of YAML and where it stands. */
export interface YamlValue {
  /** The keys that lead to it, list positions left out. */
  keys: readonly string[];
  value: string;
  place: Place;
}

/**
 * The values of a YAML text with their places, in order.
 * @param start where the YAML starts in the file
 */
export function readValues(
  page: Page,
  yaml: string,
  start: number,
): { values: YamlValue[]; passages: Passage[] } {
  const values: YamlValue[] = [];
  const passages: Passage[] = [];
  const walk = (node: unknown, keys: readonly string[]) => {
    if (isMap(node)) for (const { key, value } of node.items) walk(value, [...keys, String(key)]);
    else if (isSeq(node)) for (const item of node.items) walk(item, keys);
    else if (isScalar(node) && typeof node.value === 'string' && node.range) {
      const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
      const [from, to] = [node.range[0] + quoted, node.range[1] - quoted];
      const place = { page, from: start + from, to: start + to };
      values.push({ keys, value: node.value, place });
      const field = keys.at(-1) ?? '';
      if (!prose.has(field) || keys.includes('acks')) return;
      const offsets = align(node.value, yaml.slice(from, to), start + from) ?? start + from;
      passages.push(
        buildPassage(page, [{ text: node.value, offsets }], {
          kind: 'field',
          field: keys.join('.'),
        }),
      );
    }
  };
  try {
    walk(parseDocument(yaml, { schema: 'failsafe' }).contents, []);
  } catch {
    // Reading the content says what is wrong with it.
  }
  return { values, passages };
}

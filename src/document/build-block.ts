import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { describeIssues, type Notation } from '../problems/describe-issue.ts';
import { contract, type BlockName } from '../blocks/contract.ts';
import type { Parsing, Report } from './parse-body.ts';
import { openingTag } from './opening-tag.ts';
import { spanOf } from './span-of.ts';
import type { Block, Flow, RefusedElement } from './tree.ts';

/** A tag, on lines of its own or within a sentence. */
export type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** The line a tag opens on. */
export const lineOf = (element: Element): number => element.position?.start.line ?? 1;

/** The block of a tag, which is refused where its props do not keep the contract. */
export function buildBlock(
  name: BlockName,
  element: Element,
  children: Flow[],
  parsing: Parsing,
): Block | RefusedElement {
  const { source, report } = parsing;
  const known = Object.keys(contract[name].props.shape);
  const { written, faulty } = attributesOf(element, known, report);
  const parsed = contract[name].parse(written);
  if ('block' in parsed) {
    if (faulty.size > 0) return refuseTag(element, children, parsing);
    const at = spanOf(element);
    return { type: 'block', ...parsed.block, children, at, tag: openingTag(source, at) };
  }
  const notation: Notation = {
    pair: (key, value) => `${key}="${value}"`,
    owner: `<${name}>`,
    keysAt: () => known,
  };
  const issues = parsed.issues.filter(({ path }) => !faulty.has(String(path[0])));
  for (const { expected, found, remedy } of describeIssues(issues, written, notation)) {
    report(lineOf(element), { expected, found, remedy });
  }
  return refuseTag(element, children, parsing);
}

/** A tag that is no block, or not as it should be, which has been reported. */
export function refuseTag(element: Element, children: Flow[], { source }: Parsing): RefusedElement {
  const at = spanOf(element);
  return { type: 'refused', name: element.name ?? '', children, at, tag: openingTag(source, at) };
}

/** The attributes that are words in quotes, and the names of the others, which have been reported. */
function attributesOf(element: Element, known: readonly string[], report: Report) {
  const written = new Map<string, string>();
  const faulty = new Set<string>();
  const complain = (name: string, found: string, remedy: string) => {
    faulty.add(name);
    report(lineOf(element), {
      expected: 'name="words" in a tag, and nothing else',
      found: `${found} in <${element.name}>`,
      remedy,
    });
  };
  for (const attribute of element.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      complain('', `{${attribute.value}}`, 'Remove it.');
      continue;
    }
    const { name, value } = attribute;
    if (typeof value !== 'string') {
      const found = value ? `${name}={${value.value}}` : `${name} without a value`;
      complain(name, found, known.includes(name) ? `Write ${name}="…".` : `Remove ${name}.`);
    } else if (written.has(name)) complain(name, `"${name}" twice`, 'Keep one of them.');
    else written.set(name, value);
  }
  return { written: Object.fromEntries(written), faulty };
}

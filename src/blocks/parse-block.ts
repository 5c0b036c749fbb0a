import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { closest } from '../schemas/closest.ts';
import { describeIssue } from '../schemas/describe-issue.ts';
import {
  contract,
  isBlockName,
  type BlockDefinition,
  type BlockName,
  type Holds,
} from './contract.ts';
import type { Report } from './parse-body.ts';
import { parseFlow, type Setting } from './parse-flow.ts';
import type { Block, Flow } from './tree.ts';

type Element = MdxJsxFlowElement | MdxJsxTextElement;

/* Blocks that open a section of their own: headings inside start one level further down. */
const sections: readonly string[] = ['Item', 'Principle'];

/** Turns a tag on lines of its own into a block; nothing is returned where its props are wrong. */
export function parseBlock(element: MdxJsxFlowElement, setting: Setting, report: Report): Block[] {
  const name = blockName(element, report);
  if (!name) return [];
  const { holds, place, within }: BlockDefinition = contract[name];
  const line = lineOf(element);
  if (place === 'sentence') {
    report(line, {
      expected: `<${name}> within a sentence`,
      found: 'it on a line of its own',
      remedy: 'Put words before or after it on the same line.',
    });
  }
  if (within && !within.includes(setting.container)) {
    report(line, {
      expected: `<${name}> directly in ${within.map(nameOf).join(', ')}`,
      found: `it in ${nameOf(setting.container)}`,
      remedy: 'Move it there.',
    });
  }
  const inner: Setting = {
    container: name,
    firstHeading: sections.includes(name) ? setting.firstHeading + 1 : setting.firstHeading,
  };
  const children = parseFlow(element.children, inner, report);
  checkChildren(name, holds, children, line, report);
  return buildBlock(name, element, children, report);
}

/** Turns a tag within a sentence into a block. */
export function parseSentenceBlock(element: MdxJsxTextElement, report: Report): Block[] {
  const name = blockName(element, report);
  if (!name) return [];
  if (contract[name].place === 'own-line' || element.children.length > 0) {
    report(lineOf(element), {
      expected:
        contract[name].place === 'own-line'
          ? `<${name}> on a line of its own, with an empty line before and after`
          : `<${name} … /> with nothing inside`,
      found: 'it within a sentence',
      remedy:
        contract[name].place === 'own-line'
          ? 'Put its opening tag, what it holds and its closing tag on lines of their own.'
          : 'Move the words inside it to its props.',
    });
    return [];
  }
  return buildBlock(name, element, [], report);
}

function blockName(element: Element, report: Report): BlockName | undefined {
  const name = element.name ?? '';
  if (isBlockName(name)) return name;
  const meant = closest(name, Object.keys(contract));
  report(lineOf(element), {
    expected: `one of the blocks: ${Object.keys(contract).join(', ')}`,
    found: name ? `<${name}>` : 'a tag without a name',
    remedy: meant
      ? `Write <${meant}> if that is what you meant.`
      : 'Use a block, or plain Markdown.',
  });
  return undefined;
}

function checkChildren(
  name: BlockName,
  holds: Holds,
  children: readonly Flow[],
  line: number,
  report: Report,
): void {
  const say = (expected: string, found: string, remedy: string) =>
    report(line, { expected, found, remedy });
  if (holds === 'nothing' && children.length > 0) {
    say(
      `<${name} … /> with nothing inside`,
      'text inside it',
      'End the tag with "/>" and move the text after it.',
    );
  }
  if (holds === 'list' && (children.length !== 1 || children[0]?.type !== 'list')) {
    say(
      `one list inside <${name}>`,
      'something else',
      'Put one list between the tags, each entry starting with "- ".',
    );
  }
  if (holds === 'prose') {
    const block = children.find((child) => child.type === 'block');
    if (block)
      say(
        `only text inside <${name}>`,
        `<${block.name}>`,
        `Move <${block.name}> out of <${name}>.`,
      );
  }
  if (holds === 'blocks' && children.length === 0) {
    say(
      `something inside <${name}>`,
      'nothing',
      'Write its text between the tags, with an empty line after the opening tag.',
    );
  }
}

function buildBlock(name: BlockName, element: Element, children: Flow[], report: Report): Block[] {
  const line = lineOf(element);
  const written = attributesOf(element, report);
  if (!written) return [];
  const parsed = contract[name].parse(written);
  if ('block' in parsed) return [{ type: 'block', ...parsed.block, children, line }];
  const known = Object.keys(contract[name].props.shape);
  for (const issue of parsed.issues) {
    for (const { expected, found, remedy } of describeIssue(issue, written, known)) {
      report(line, { expected: `<${name}> with ${expected}`, found, remedy });
    }
  }
  return [];
}

function attributesOf(element: Element, report: Report): Record<string, string> | undefined {
  const written = new Map<string, string>();
  let sound = true;
  const complain = (found: string, remedy: string) => {
    sound = false;
    report(lineOf(element), { expected: 'props written as name="words"', found, remedy });
  };
  for (const attribute of element.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      complain(`{${attribute.value}} in <${element.name}>`, 'Write each prop out.');
    } else if (typeof attribute.value !== 'string') {
      complain(
        `${attribute.name} without words in quotes in <${element.name}>`,
        `Write ${attribute.name}="…".`,
      );
    } else if (written.has(attribute.name)) {
      complain(`${attribute.name} twice in <${element.name}>`, 'Keep one of them.');
    } else written.set(attribute.name, attribute.value);
  }
  return sound ? Object.fromEntries(written) : undefined;
}

const lineOf = (element: Element) => element.position?.start.line ?? 1;

const nameOf = (container: string) => (isBlockName(container) ? `<${container}>` : container);

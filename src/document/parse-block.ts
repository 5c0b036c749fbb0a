import type { MdxJsxFlowElement } from 'satteri';
import { closest } from '../problems/closest.ts';
import {
  contract,
  isBlockName,
  type BlockDefinition,
  type BlockName,
  type Holds,
} from '../blocks/contract.ts';
import type { Parsing, Report } from './parse-body.ts';
import { nameOf } from './name-of.ts';
import { parseFlow, type Setting } from './parse-flow.ts';
import { buildBlock, lineOf, refuseTag, type Element } from './build-block.ts';
import { firstHeading, firstHeadingIn } from './first-heading.ts';
import { htmlTag, isHtmlName } from './refuse.ts';
import type { Block, Flow, RefusedElement } from './tree.ts';

/** Turns a tag on lines of its own into a block, or refuses it with what is inside. */
export function parseBlock(
  element: MdxJsxFlowElement,
  setting: Setting,
  parsing: Parsing,
): Block | RefusedElement {
  const { report } = parsing;
  const name = blockName(element, report);
  if (!name) {
    const inside: Setting = { ...setting, container: undefined };
    return refuseTag(
      element,
      runs(element) ? [] : parseFlow(element.children, inside, parsing),
      parsing,
    );
  }
  const { holds, place, within }: BlockDefinition = contract[name];
  const line = lineOf(element);
  if (place === 'sentence') {
    report(line, {
      expected: `<${name}> within a sentence`,
      found: 'it on a line of its own',
      remedy: 'Put words before or after it on the same line.',
    });
  }
  const { container } = setting;
  if (within && container !== undefined && !within.includes(container)) {
    report(line, {
      expected: `<${name}> directly in ${list(within.map(nameOf))}`,
      found: `it in ${nameOf(container)}`,
      remedy: `Move it ${within.length === 1 ? 'there' : 'to one of these'}.`,
    });
  }
  const inner: Setting = {
    container: name,
    firstHeading: firstHeadingIn(name, setting.firstHeading),
  };
  // What should not be there at all is read, and not reported part by part.
  const children = parseFlow(
    element.children,
    inner,
    holds === 'nothing' ? muted(parsing) : parsing,
  );
  checkChildren(name, holds, element, children, report);
  return buildBlock(name, element, children, parsing);
}

/** Turns a tag within a sentence, or alone in an entry of a list, into a block, or refuses it. */
export function parseSentenceBlock(element: Element, parsing: Parsing): Block | RefusedElement {
  const { report } = parsing;
  const name = blockName(element, report);
  const inside =
    element.type === 'mdxJsxFlowElement' && !runs(element)
      ? parseFlow(element.children, { container: undefined, firstHeading }, muted(parsing))
      : [];
  if (!name) return refuseTag(element, inside, parsing);
  if (contract[name].place === 'own-line') {
    report(lineOf(element), {
      expected: `<${name}> on a line of its own, outside lists, tables and quotations`,
      found: 'it within a sentence, a list or a table',
      remedy: 'Move it out, with an empty line before and after it.',
    });
    buildBlock(name, element, inside, parsing);
    return refuseTag(element, inside, parsing);
  }
  if (element.children.length > 0) reportChildren(name, element, report);
  return buildBlock(name, element, inside, parsing);
}

const muted = (parsing: Parsing): Parsing => ({ ...parsing, report: () => undefined });

const list = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

function blockName(element: Element, report: Report): BlockName | undefined {
  const name = element.name ?? '';
  if (isBlockName(name)) return name;
  const names = Object.keys(contract);
  const meant = isHtmlName(name)
    ? names.find((block) => block.toLowerCase() === name)
    : closest(name, names);
  if (isHtmlName(name) && !meant) report(lineOf(element), htmlTag(name));
  else {
    report(lineOf(element), {
      expected: `one of the blocks: ${names.join(', ')}`,
      found: name ? `<${name}>` : 'a tag without a name',
      remedy: meant
        ? `Write <${meant}> if that is what you meant.`
        : 'Use one of these, or plain Markdown.',
    });
  }
  return undefined;
}

/** Whether what is inside is program code and no text of the document. */
const runs = ({ name }: Element) => name === 'script' || name === 'style';

function checkChildren(
  name: BlockName,
  holds: Holds,
  element: Element,
  written: readonly Flow[],
  report: Report,
): void {
  // What was refused has been told.
  const children = written.filter(({ type }) => type !== 'refused');
  const say = (expected: string, found: string, remedy: string) =>
    report(lineOf(element), { expected, found, remedy });
  const nothing = element.children.length === 0;
  if (holds === 'nothing' && !nothing) reportChildren(name, element, report);
  if (holds === 'list' && (children.length !== 1 || children[0]?.type !== 'list')) {
    say(
      `one list inside <${name}>`,
      nothing ? 'nothing' : 'something else',
      'Put one list between the tags, each entry starting with "- ".',
    );
  }
  if (holds === 'table' && (children.length !== 1 || children[0]?.type !== 'table')) {
    say(
      `one table inside <${name}>`,
      nothing ? 'nothing' : 'something else',
      'Write a table between the tags: a row of cells with "|" around each, then a line such as | --- | --- |, then the other rows.',
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
  if (nothing && (holds === 'blocks' || holds === 'prose')) {
    say(
      `something inside <${name}>`,
      'nothing',
      'Write its text between the tags, with an empty line after the opening tag.',
    );
  }
}

const reportChildren = (name: BlockName, element: Element, report: Report) =>
  report(lineOf(element), {
    expected: `<${name} … /> with nothing inside`,
    found: `words between <${name}> and </${name}>`,
    remedy: 'End the tag with "/>" and move the words behind it.',
  });

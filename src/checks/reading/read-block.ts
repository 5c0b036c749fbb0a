import { contract, type BlockDefinition } from '../../blocks/contract.ts';
import { propMeanings } from '../../blocks/prop-meanings.ts';
import type { Block, Flow, Inline, RefusedElement } from '../../document/tree.ts';
import { alignToSource } from './align-to-source.ts';
import { buildPassage } from './build-passage.ts';
import type { BlockUse, Place } from './page.ts';
import type { Surroundings } from './read-flow.ts';
import type { Collected } from './read-page.ts';

/** A block, or a tag that was to be one. */
export type Element = Block | RefusedElement;

/** Whether a node is written as a tag. */
export const isElement = (node: Flow | Inline): node is Element =>
  node.type === 'block' || (node.type === 'refused' && 'name' in node);

/** Notes a block, the words in its props and the links it makes. */
export function readBlock(element: Element, around: Surroundings, into: Collected): BlockUse {
  const { page, passages, links, blocks } = into;
  const { name, tag } = element;
  const { values } = tag;
  const place: Place = { page, from: element.at.from, to: tag.to };
  const written = Object.entries(values).map(([prop, at]) => {
    const raw = page.source.slice(at.from, at.to);
    return { prop, at, raw, value: decoded(raw) };
  });
  const props = Object.fromEntries(written.map(({ prop, value }) => [prop, value]));
  const block: BlockUse = {
    name,
    props,
    place,
    ...(around.block && { parent: around.block }),
    prop: (wanted) => {
      const at = Object.hasOwn(values, wanted) ? values[wanted] : undefined;
      return at ? { page, ...at } : place;
    },
  };
  blocks.push(block);
  const item = name === 'Item' ? block : around.item;
  const meanings = propMeanings(name);
  for (const { prop, at, raw, value } of written) {
    const means = meanings.get(prop);
    if (means?.is !== 'words' || value.trim() === '') continue;
    passages.push(
      buildPassage(
        page,
        [{ text: value, offsets: alignToSource(value, raw, at.from) ?? at.from }],
        {
          kind: 'field',
          field: prop,
          language: means.language ?? 'en',
          block,
          item,
        },
      ),
    );
  }
  for (const [prop, { is }] of meanings) {
    const to = is === 'link' ? props[prop] : undefined;
    if (to === undefined) continue;
    const words = linkWords(name, props);
    links.push({ to, words, by: name, place: block.prop(prop), ...(item && { item }) });
  }
  return block;
}

/** What the link of a block is called: by words of its own, or else by its first words. */
function linkWords(name: string, props: Readonly<Record<string, string>>): string {
  const words = [...propMeanings(name)].filter(([, { is }]) => is === 'words');
  const [prop = ''] = words.find(([, { names }]) => names === 'link') ?? words[0] ?? [];
  return props[prop] ?? '';
}

const printedAs = new Map<string, string>();

/** What a tag within a sentence prints. The same days come up over and over, and dates take their time. */
export function printed(element: Element): string {
  if (element.type === 'refused') return '';
  // A stretch of the source would keep all of it in memory.
  const written = [element.name, ...Object.values(element.props)].join(' ');
  const known = printedAs.get(written);
  if (known !== undefined) return known;
  const definition: BlockDefinition = contract[element.name];
  const said = 'printed' in definition ? definition.printed(element.props) : '';
  if (printedAs.size < 10_000) printedAs.set(written, said);
  return said;
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const decoded = (raw: string) =>
  raw.replaceAll(/&(\w+);/g, (entity, name: string) => entities[name] ?? entity);

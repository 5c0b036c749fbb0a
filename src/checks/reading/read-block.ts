import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { formatLongDate, formatPeriod } from '../../dates/format.ts';
import { isRealDate } from '../../dates/plain-date.ts';
import { align } from './align.ts';
import { buildPassage } from './build-passage.ts';
import type { BlockUse, Place } from './page.ts';
import type { Surroundings } from './read-flow.ts';
import type { Collected } from './read-page.ts';

export type Element = MdxJsxFlowElement | MdxJsxTextElement;

/* Props that readers see as words; "mi" holds te reo Māori. */
const prose = new Set(
  'mi en title role team task who topic exception welcome reward label alt caption'.split(' '),
);

/* The prop that makes a link, by block. */
const linkProps = new Map([
  ['Button', 'to'],
  ['Session', 'register'],
  ['Survey', 'url'],
]);

/** Notes a block, the words in its props and the link it makes. */
export function readBlock(element: Element, around: Surroundings, into: Collected): BlockUse {
  const { page, passages, links, blocks } = into;
  const from = element.position?.start.offset ?? 0;
  const until = element.position?.end.offset ?? from;
  const tag = openingTag(page.source, from, until);
  const props = Object.fromEntries(tag.values.map(({ name, value }) => [name, value]));
  const place: Place = { page, from, to: from + tag.length };
  const name = element.name ?? '';
  const block: BlockUse = {
    name,
    props,
    place,
    ...(around.block && { parent: around.block }),
    prop: (wanted) => {
      const found = tag.values.find((one) => one.name === wanted);
      return found ? { page, from: found.from, to: found.from + found.raw.length } : place;
    },
  };
  blocks.push(block);
  const item = name === 'Item' ? block : around.item;
  for (const one of tag.values) {
    const words = prose.has(one.name) || (name === 'Event' && one.name === 'audience');
    if (!words || one.value.trim() === '') continue;
    const offsets = align(one.value, one.raw, one.from) ?? one.from;
    const language = one.name === 'mi' ? 'mi' : 'en';
    passages.push(
      buildPassage(page, [{ text: one.value, offsets }], {
        kind: 'field',
        field: one.name,
        language,
        block,
        item,
      }),
    );
  }
  const key = linkProps.get(name);
  const to = key === undefined ? undefined : props[key];
  if (key !== undefined && to !== undefined) {
    const by = name === 'Button' ? 'Button' : name === 'Session' ? 'Session' : 'Survey';
    const words = props['label'] ?? props['title'] ?? '';
    links.push({ to, words, by, place: block.prop(key), ...(item && { item }) });
  }
  return block;
}

/** What a block within a sentence prints, near enough to count and read words. */
export function printed(element: Element): string {
  const value = (name: string) => {
    for (const attribute of element.attributes) {
      if (attribute.type === 'mdxJsxAttribute' && attribute.name === name) {
        return typeof attribute.value === 'string' ? attribute.value : '';
      }
    }
    return '';
  };
  switch (element.name) {
    case 'Day':
      return isRealDate(value('on')) ? inWords(value('on')) : value('on');
    case 'Period':
      return isRealDate(value('from')) && isRealDate(value('to'))
        ? formatPeriod(value('from'), value('to'))
        : '';
    case 'Reo':
      return value('mi');
    case 'Reorua':
      return `${value('mi')}, ${value('en')}`;
    case 'Contact':
      return value('id').replaceAll('-', ' ');
    default:
      return '';
  }
}

const written = new Map<string, string>();

/** As `formatLongDate`, which takes its time: the same days come up over and over. */
function inWords(day: string): string {
  const known = written.get(day) ?? formatLongDate(day);
  if (written.size < 10_000) written.set(day, known);
  return known;
}

interface Attribute {
  name: string;
  value: string;
  raw: string;
  /** Where the value starts in the file, after its quotation mark. */
  from: number;
}

/** The opening tag as its author wrote it: the parser does not say where each value stands. */
function openingTag(
  source: string,
  from: number,
  until: number,
): { length: number; values: Attribute[] } {
  const values: Attribute[] = [];
  const pattern = /\s*(?:([A-Za-z][\w-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')|(\/?>)|[^\s>"'])/gy;
  pattern.lastIndex = from + 1;
  for (;;) {
    const match = pattern.exec(source);
    if (!match || pattern.lastIndex > until) return { length: until - from, values };
    const [, name, double, single, end] = match;
    if (end) return { length: pattern.lastIndex - from, values };
    if (name === undefined) continue;
    const raw = double ?? single ?? '';
    values.push({ name, raw, value: decoded(raw), from: pattern.lastIndex - 1 - raw.length });
  }
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
